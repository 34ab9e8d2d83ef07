package streaming.image;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Images in a bucket of S3, or of what speaks as it does. The bucket is addressed by path: its name needs no DNS. */
final class ImageBucket implements ImageStore {

    private static final Logger LOG = System.getLogger(ImageBucket.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final Client s3;
    private final String bucket;

    /** The endpoint's address ends with a slash. */
    ImageBucket(String endpoint, String region, String bucket, String accessKey, String secretKey) {
        this.bucket = bucket;
        this.s3 = Client.s3()
                .region(region)
                .accessKey(accessKey)
                .secretKey(secretKey)
                .baseUrlFactory((service, nowhereElse) -> endpoint)
                .connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public void put(String name, byte[] bytes) {
        asking(() -> {
            s3.path(bucket, name)
                    .method(HttpMethod.PUT)
                    .header("Content-Type", ImageFiles.mediaType(name))
                    .requestBody(bytes)
                    .execute();
            return name;
        });
    }

    @Override
    public Optional<InputStream> open(String name) {
        return asking(() -> fetch(name));
    }

    private Optional<InputStream> fetch(String name) {
        var response = s3.path(bucket, name).responseInputStream();
        if (response.statusCode() == 200) {
            return Optional.of(response);
        }
        try (response) {
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            throw new IllegalStateException("S3 answered %d for an image".formatted(response.statusCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        asking(() -> {
            s3.path(bucket, name).method(HttpMethod.DELETE).execute();
            return name;
        });
    }

    @Override
    public List<String> writtenBefore(Instant then) {
        return asking(() -> listBefore(then));
    }

    private List<String> listBefore(Instant then) {
        var names = new ArrayList<String>();
        var page = list();
        while (true) {
            var answer = page.responseAsXml();
            for (var object : answer.childrenWithName("Contents")) {
                if (Instant.parse(object.content("LastModified")).isBefore(then)) {
                    names.add(object.content("Key"));
                }
            }
            var next = answer.childrenWithName("NextContinuationToken").stream()
                    .map(XmlElement::content)
                    .findFirst();
            if (next.isEmpty()) {
                return names;
            }
            page = list().query("continuation-token", next.get());
        }
    }

    /** The bucket is another server: that it fails is no fault of ours, and whoever asks may try again. */
    private static <T> T asking(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The bucket of images fails: {0}", e.getCause() == null ? e : e.getCause());
            throw new ImageStoreFailed();
        }
    }

    private Request list() {
        return s3.path(bucket).query("list-type", "2");
    }
}
