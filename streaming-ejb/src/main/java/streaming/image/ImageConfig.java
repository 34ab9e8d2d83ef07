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

    @Inject
    @ConfigProperty(name = "streaming.image.s3.bucket")
    Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "streaming.image.s3.endpoint")
    Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "streaming.image.s3.region", defaultValue = "us-east-1")
    String region;

    @Inject
    @ConfigProperty(name = "streaming.image.s3.access-key")
    Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "streaming.image.s3.secret-key")
    Optional<String> secretKey;

    /** A bucket where one is named, else a folder. */
    ImageStore store() {
        return bucket.isEmpty()
                ? new ImageFolder(folder().resolve("images"))
                : new ImageBucket(
                        endpoint(),
                        region,
                        bucket.get(),
                        accessKey.orElseThrow(() -> missing("access-key")),
                        secretKey.orElseThrow(() -> missing("secret-key")));
    }

    private String endpoint() {
        var address = endpoint.orElseGet(() -> "https://s3.%s.amazonaws.com".formatted(region));
        return address.endsWith("/") ? address : address + "/";
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException("streaming.image.s3.bucket needs streaming.image.s3." + setting);
    }

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

    /** Where recordings and clips are. */
    public Path recordings() {
        return folder().resolve("vod");
    }

    public int maxBytes() {
        return maxBytes;
    }
}
