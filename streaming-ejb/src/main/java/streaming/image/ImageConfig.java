package streaming.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where images are kept, and how large they may arrive. */
@ApplicationScoped
public class ImageConfig {

    @Inject
    @ConfigProperty(name = "streaming.files")
    Optional<String> folder;

    @Inject
    @ConfigProperty(name = "streaming.image.max-bytes", defaultValue = "5000000")
    int maxBytes;

    /** Where nothing is said, in the server's domain, so that a redeploy leaves it alone. */
    Path folder() {
        return Path.of(folder.orElseGet(() -> Path.of(
                        System.getProperty("com.sun.aas.instanceRoot", System.getProperty("java.io.tmpdir")),
                        "streaming-files")
                .toString()));
    }

    /** Where stills of live channels are. */
    public Path previews() {
        return folder().resolve("previews");
    }

    public int maxBytes() {
        return maxBytes;
    }
}
