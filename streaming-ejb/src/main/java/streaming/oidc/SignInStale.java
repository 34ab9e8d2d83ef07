package streaming.oidc;

import streaming.shared.Problem;

public final class SignInStale extends Problem {
    public SignInStale() {
        super(Kind.CONFLICT, "This sign-in has expired, or it began in another browser or tab. Begin it again.");
    }
}
