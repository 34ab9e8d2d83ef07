package streaming.caller;

import streaming.shared.Problem;

public final class SignInRequired extends Problem {
    public SignInRequired() {
        super(Kind.UNAUTHENTICATED, "Sign in first.");
    }
}
