package streaming.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The images' bytes, in a folder that all nodes share, or in a bucket. A name is random and used once, so a file never
 * changes and may be cached for ever, and none is somebody else's, too.
 */
@ApplicationScoped
public class ImageFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(jpg|png)");

    @Inject
    ImageConfig config;

    private ImageStore store;

    @PostConstruct
    void open() {
        store = config.store();
    }

    /** Writes the image; once this returns it is kept, whatever happens. Gives its name. */
    String put(CleanImage image) {
        var name = UUID.randomUUID().toString().replace("-", "") + "." + image.extension();
        store.put(name, image.bytes());
        return name;
    }

    /** The image of this name, to be closed by who asked; text that is no such name finds nothing. */
    public Optional<InputStream> find(String name) {
        return NAME.matcher(name).matches() ? store.open(name) : Optional.empty();
    }

    /** The image of this name, or the one that is drawn where nobody chose one (null) and where its file is gone. */
    public ImageContent get(String name, String field, String of) {
        return Optional.ofNullable(name)
                .flatMap(chosen -> find(chosen).map(bytes -> new ImageContent(mediaType(chosen), bytes)))
                .orElseGet(() -> ImageContent.drawn(field, of));
    }

    /** What the image is, by its name. */
    public static String mediaType(String name) {
        return name.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    void delete(String name) {
        store.delete(name);
    }

    /** The names of what was written before then, whole or not. */
    List<String> writtenBefore(Instant then) {
        return store.writtenBefore(then);
    }
}
