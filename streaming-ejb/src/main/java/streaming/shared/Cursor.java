package streaming.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a page of a long list ended: what its last entry was sorted by. The answer's {@code next} bears it, the parameter
 * {@code after} gives it back, and whoever asks needs not know what is in it.
 */
public final class Cursor {

    private Cursor() {}

    public static String text(Object... keys) {
        var joined = Arrays.stream(keys).map(String::valueOf).collect(Collectors.joining("/"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.US_ASCII));
    }

    /** That of the last of a page's rows; null where the page is not full, so that none comes after it. */
    public static <T> String after(List<T> rows, int size, Function<T, String> cursor) {
        return rows.size() < size ? null : cursor.apply(rows.get(rows.size() - 1));
    }

    /** Reads what {@link #text} wrote, null for null or nothing; refuses the rest by the parameter {@code after}. */
    public static <T> T read(String text, Function<String[], T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", -1));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput("after", "Give the next of a page of this list.");
        }
    }
}
