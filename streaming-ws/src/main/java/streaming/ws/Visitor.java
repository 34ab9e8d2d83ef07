package streaming.ws;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import streaming.caller.Device;
import streaming.caller.SignedIn;

/**
 * Who opens a connection: {@code counted} as a viewer, unless it is the channel's dashboard. {@code account} is null for
 * an anonymous one; {@code gone} completes when they are.
 */
record Visitor(String viewerId, boolean counted, Device device, SignedIn account, CompletionStage<Void> gone)
        implements Principal {

    @Override
    public String getName() {
        return Optional.ofNullable(account).map(SignedIn::username).orElse("");
    }
}
