package streaming.signin;

import java.time.Duration;

/** How somebody signed in, and how long that holds. */
public enum SignInKind {
    /** A browser, by the site's cookie. */
    SITE(Duration.ofDays(30)),
    /** A program, by access and refresh tokens; each refresh lengthens it. */
    API(Duration.ofDays(30)),
    /** A token that its owner made for a program, with scopes. */
    PERSONAL(Duration.ofDays(365));

    private final Duration longest;

    SignInKind(Duration longest) {
        this.longest = longest;
    }

    Duration longest() {
        return longest;
    }
}
