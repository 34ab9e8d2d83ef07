package streaming.image;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Images in a bucket of S3, or of what speaks as it does. The bucket is addressed by path: its name needs no DNS. */
final class ImageBucket implements ImageStore {

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
        s3.path(bucket, name)
                .method(HttpMethod.PUT)
                .header("Content-Type", ImageFiles.mediaType(name))
                .requestBody(bytes)
                .execute();
    }

    @Override
    public Optional<InputStream> open(String name) {
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
        s3.path(bucket, name).method(HttpMethod.DELETE).execute();
    }

    @Override
    public List<String> writtenBefore(Instant then) {
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

    private Request list() {
        return s3.path(bucket).query("list-type", "2");
    }
}
