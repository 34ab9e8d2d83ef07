package streaming.oidc;

import streaming.shared.Problem;

public final class SignInCancelled extends Problem {
    SignInCancelled(String provider) {
        super(Kind.FORBIDDEN, "You did not let %s tell us who you are, so you are not signed in.".formatted(provider));
    }
}
