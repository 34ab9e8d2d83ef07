package streaming.web.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Optional;
import streaming.shared.InvalidInput;
import streaming.shared.TooLarge;
import streaming.shared.Upload;

/** A form with files, as a browser sends it (RFC 7578). */
final class Sent {

    /** All of a form; nginx takes a little more. */
    static final int LONGEST = 10_000_000;

    private Sent() {}

    /** Refuses a form by the length that it says it has; to be asked before it is read, since it names its alphabet. */
    static void open(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding("UTF-8"); // that of our pages; the parts do not say, and Latin-1 is the default
        if (request.getContentLengthLong() > LONGEST) {
            throw new TooLarge(LONGEST);
        }
    }

    /**
     * The image of a field.
     *
     * @throws TooLarge it has more bytes than it may
     * @throws InvalidInput none was chosen
     */
    static Upload image(String field, int longest, HttpServletRequest request) throws IOException, ServletException {
        return file(field, longest, request).orElseThrow(() -> new InvalidInput(field, "Choose an image first."));
    }

    /**
     * The file of a field; none where none was chosen.
     *
     * @throws TooLarge it has more bytes than it may
     */
    static Optional<Upload> file(String field, int longest, HttpServletRequest request)
            throws IOException, ServletException {
        var part = request.getPart(field);
        if (part == null || part.getSize() == 0) {
            return Optional.empty();
        }
        try (var content = part.getInputStream()) {
            return Optional.of(Upload.read(content, longest));
        }
    }
}
