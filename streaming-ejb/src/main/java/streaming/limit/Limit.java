package streaming.limit;

import java.util.Locale;

/** What is limited, by default generously: an office behind one address is one address. */
public enum Limit {
    /** Tries to sign in, by address. */
    SIGN_IN("120/1m"),
    /** New accounts, by address. */
    SIGN_UP("200/1h"),
    /** Refresh tokens traded, by address. */
    TOKEN_REFRESH("600/1m"),
    /** Personal tokens made, by account. */
    PERSONAL_TOKEN("30/1h"),
    /** Mails that somebody asks for, by the account or the address that gets them. */
    MAIL("10/1h"),
    /** The same, by the address from which it is asked. */
    MAIL_BY_ADDRESS("120/1h"),
    /** Wrong passwords or codes in a row, by account: beyond, each next try waits longer, see {@link FailedAttempts}. */
    FAILURES("10/10m");

    private final String usually;

    Limit(String usually) {
        this.usually = usually;
    }

    String usually() {
        return usually;
    }

    /** Its name in settings and logs, such as {@code sign-in}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
