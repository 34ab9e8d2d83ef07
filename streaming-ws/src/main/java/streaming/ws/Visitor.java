package streaming.ws;

import java.security.Principal;
import java.util.Optional;
import streaming.account.SignedIn;

/** Who opens a connection: always a viewer, who may be signed in. {@code account} is null for an anonymous one. */
record Visitor(String viewerId, SignedIn account) implements Principal {

    @Override
    public String getName() {
        return Optional.ofNullable(account).map(SignedIn::username).orElse("");
    }
}
