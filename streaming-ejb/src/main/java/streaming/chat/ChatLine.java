package streaming.chat;

import java.time.Instant;
import java.util.UUID;
import streaming.caller.SignedIn;

/**
 * A line on its way to the database.
 *
 * @param origin the session that said it, see {@link streaming.event.ChannelEvent}
 * @param ref the client's own id of the line; may be null
 */
public record ChatLine(
        long channelId, String channel, UUID id, SignedIn author, String text, Instant at, String origin, String ref) {

    static final int LONGEST = 500;

    public ChatLine {
        text = text == null ? "" : text.strip();
        if (text.isEmpty()) {
            throw new LineRefused("Write something first.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new LineRefused("A line has at most %d characters.".formatted(LONGEST));
        }
        if (text.codePoints().anyMatch(ChatLine::isUnprintable)) {
            throw new LineRefused("A line has no control characters.");
        }
    }

    // PostgreSQL takes no NUL, and half a surrogate pair is no text at all.
    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
