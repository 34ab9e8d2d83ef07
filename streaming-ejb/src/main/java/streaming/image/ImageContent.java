package streaming.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An image's bytes, to be closed by who asked, and what they are. */
public record ImageContent(String mediaType, InputStream bytes) {

    static ImageContent drawn(String field, String name) {
        var svg = DefaultImage.of(field, name).getBytes(StandardCharsets.UTF_8);
        return new ImageContent("image/svg+xml", new ByteArrayInputStream(svg));
    }
}
