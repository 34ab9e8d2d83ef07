package streaming.sso;

import streaming.shared.Problem;

public final class IdentityTaken extends Problem {
    IdentityTaken(String provider) {
        super(
                Kind.CONFLICT,
                "You are connected to another account here already: sign in with %s to use that one, and disconnect it there first."
                        .formatted(provider));
    }
}
