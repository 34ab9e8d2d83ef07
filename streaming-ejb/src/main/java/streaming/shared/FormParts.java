package streaming.shared;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The fields of a form with files (RFC 7578), as JAX-RS gives them. */
public final class FormParts {

    private static final int LONGEST_TEXT = 10_000;

    private final List<EntityPart> parts;

    public FormParts(List<EntityPart> parts) {
        this.parts = parts;
    }

    /** The text of a field; null where there is none. */
    public String text(String name) {
        return find(name)
                .map(part -> new String(read(part, LONGEST_TEXT, name), StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** The file of a field; null where there is none. */
    public Upload file(String name, int longest) {
        return find(name).map(part -> Upload.read(part.getContent(), longest)).orElse(null);
    }

    private Optional<EntityPart> find(String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst();
    }

    private static byte[] read(EntityPart part, int longest, String name) {
        try (var content = part.getContent()) {
            var bytes = content.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new InvalidInput(name, "Use at most %d characters.".formatted(longest));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
