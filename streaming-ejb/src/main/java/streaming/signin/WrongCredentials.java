package streaming.signin;

import streaming.shared.Problem;

/** One answer for an unknown name, a wrong password and an account that is shut: it tells nobody which. */
public final class WrongCredentials extends Problem {
    WrongCredentials() {
        super(Kind.UNAUTHENTICATED, "The name or the password is wrong.");
    }
}
