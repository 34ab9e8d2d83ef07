package streaming.signin;

/**
 * What a step of signing in a browser gave: the cookie of a session, or, while the second factor is awaited, that of the
 * pending sign-in, which opens nothing.
 */
public record SignInStep(String cookie, boolean last, boolean remember) {

    /** Never the cookie: records like to be logged. */
    @Override
    public String toString() {
        return "SignInStep[last=" + last + "]";
    }
}
