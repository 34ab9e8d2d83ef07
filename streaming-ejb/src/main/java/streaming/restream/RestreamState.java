package streaming.restream;

import java.util.Locale;

/** How the sending to another server does. */
public enum RestreamState {
    OFF,
    /** There is nothing to send. */
    IDLE,
    CONNECTING,
    SENDING,
    /** It failed, and is tried again. */
    WAITING;

    /** As it is written in JSON and in the database. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
