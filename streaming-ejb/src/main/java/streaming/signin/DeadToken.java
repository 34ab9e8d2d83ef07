package streaming.signin;

import streaming.shared.Problem;

public final class DeadToken extends Problem {
    DeadToken() {
        super(Kind.UNAUTHENTICATED, "This token is used, expired or revoked: sign in again.");
    }
}
