package streaming.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bucket against a server that checks signatures, as Amazon does. */
class ImageBucketTest {

    static final String NAME = "0".repeat(32) + ".jpg";

    static S3Server server;
    static ImageStore bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start();
        bucket = server.bucket("a secret for tests");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsAndGivesAndDeletesAnImage() throws IOException {
        var image = ImagesOnTest.image().bytes();

        bucket.put(NAME, image);

        try (var bytes = bucket.open(NAME).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(image);
        }
        bucket.delete(NAME);
        assertThat(bucket.open(NAME)).isEmpty();
        bucket.delete(NAME);
    }

    @Test
    void listsWhatIsOldEnough() {
        var name = "1".repeat(32) + ".png";
        bucket.put(name, new byte[] {1});

        assertThat(bucket.writtenBefore(Instant.now().plus(Duration.ofMinutes(1))))
                .contains(name);
        assertThat(bucket.writtenBefore(Instant.now().minus(Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void saysSoWhenTheKeysAreWrong() {
        var stranger = server.bucket("another");

        assertThatThrownBy(() -> stranger.put(NAME, new byte[] {1})).isInstanceOf(ImageStoreFailed.class);
        assertThatThrownBy(() -> stranger.open(NAME)).isInstanceOf(ImageStoreFailed.class);
    }

    @Test
    void saysSoWhenTheServerIsDown() {
        var nowhere = new ImageBucket("http://127.0.0.1:9/", "us-east-1", "images", "tests", "secret");

        assertThatThrownBy(() -> nowhere.put(NAME, new byte[] {1})).isInstanceOf(ImageStoreFailed.class);
        assertThatThrownBy(() -> nowhere.open(NAME)).isInstanceOf(ImageStoreFailed.class);
        assertThatThrownBy(() -> nowhere.delete(NAME)).isInstanceOf(ImageStoreFailed.class);
    }
}
