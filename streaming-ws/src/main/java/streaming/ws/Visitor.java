package streaming.ws;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import streaming.caller.Device;
import streaming.caller.SignedIn;

/**
 * Who opens a connection: always a viewer, who may be signed in. {@code account} is null for an anonymous one; {@code gone}
 * completes when they are.
 */
record Visitor(String viewerId, Device device, SignedIn account, CompletionStage<Void> gone) implements Principal {

    @Override
    public String getName() {
        return Optional.ofNullable(account).map(SignedIn::username).orElse("");
    }
}
