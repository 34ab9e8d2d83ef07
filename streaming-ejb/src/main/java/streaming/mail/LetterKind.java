package streaming.mail;

import java.time.Duration;
import java.util.Locale;

/** What letters there are. Each has two templates of its name in {@code mail/}, one of text and one of HTML. */
public enum LetterKind {
    CONFIRM_ADDRESS(Duration.ofDays(3)),
    CHANGE_ADDRESS(Duration.ofDays(1)),
    ADDRESS_CHANGED(Duration.ofDays(3)),
    /** To whoever has the address already that somebody wanted to use. */
    ADDRESS_TAKEN(Duration.ofDays(1)),
    RESET_PASSWORD(Duration.ofHours(1)),
    /** To an address without an account, for which somebody asked. */
    UNKNOWN_ADDRESS(Duration.ofHours(1)),
    PASSWORD_CHANGED(Duration.ofDays(3)),
    SECOND_FACTOR_CHANGED(Duration.ofDays(3)),
    /** Somebody publishes with a key that is in use at another address. */
    KEY_AT_SECOND_ADDRESS(Duration.ofDays(1)),
    /** A stream goes on, its recording does not. */
    NOT_RECORDED(Duration.ofDays(1)),
    /** Once a day to who asked for it: which followed channels were live. */
    DIGEST(Duration.ofDays(1));

    private final Duration use;

    LetterKind(Duration use) {
        this.use = use;
    }

    /** How long it is of any use to who gets it, and links in it work. */
    public Duration use() {
        return use;
    }

    /** The name of its templates, such as {@code reset-password}. */
    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
