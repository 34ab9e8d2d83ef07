package streaming.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may watch a channel. */
public enum Visibility {
    /** Everybody, and lists show it. */
    PUBLIC,
    /** Everybody who has its address. */
    UNLISTED,
    /** Who knows the channel's password. */
    PASSWORD,
    FOLLOWERS,
    /** Whom the owner named. */
    TICKET,
    /** Who has a role on this site. */
    ROLE;

    /** Its name on the wire and in the database, such as {@code unlisted}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Visibility> find(String text) {
        return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** What is in the database. */
    public static Visibility of(String text) {
        return find(text).orElseThrow();
    }

    /** Whether nobody is asked who they are. */
    public boolean isOpen() {
        return this == PUBLIC || this == UNLISTED;
    }
}
