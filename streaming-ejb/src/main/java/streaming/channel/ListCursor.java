package streaming.channel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import streaming.shared.InvalidInput;

/** Where a page of a long list ended: the last channel's number, and what the list was sorted by. */
public record ListCursor(double key, long id) {

    /** Reads what {@link #text} wrote, null for null; refuses the rest by the parameter {@code after}. */
    static ListCursor of(String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            return new ListCursor(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "Give the next of a page of this list.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
