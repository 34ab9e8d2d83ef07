package streaming.account;

import java.time.Duration;

/** What a token is good for, and how long. */
public enum TokenKind {
    /** Sent with each call of the API. */
    ACCESS(Duration.ofMinutes(15)),
    /** Traded once for a new pair. */
    REFRESH(Duration.ofDays(30)),
    /** The site's cookie. */
    SESSION(Sessions.LIFETIME);

    private final Duration lifetime;

    TokenKind(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }
}
