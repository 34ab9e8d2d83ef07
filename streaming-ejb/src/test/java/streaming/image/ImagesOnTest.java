package streaming.image;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.shared.Upload;

/** The image feature, put together by hand on the test database and a folder. */
public final class ImagesOnTest {

    private ImagesOnTest() {}

    public static Images images(TestDatabase database, Clock clock, Path folder) {
        var images = new Images();
        images.entityManager = database.entityManager();
        images.files = new ImageFiles();
        images.files.config = new ImageConfig();
        images.files.config.folder = Optional.of(folder.toString());
        images.files.config.bucket = Optional.empty();
        images.files.config.maxBytes = 5_000_000;
        images.files.open();
        images.dropped = new RecordedEvents<>(images::deleteFile);
        images.clock = clock;
        return images;
    }

    /** Files of all kinds in this folder. */
    public static ImageConfig config(Path folder) {
        var config = new ImageConfig();
        config.folder = Optional.of(folder.toString());
        config.bucket = Optional.empty();
        return config;
    }

    public static ImageFiles files(Images images) {
        return images.files;
    }

    public static CleanImage image() {
        return CleanImage.of(upload(), ImageShape.PICTURE.size(), "picture");
    }

    /** A PNG of two halves. */
    public static Upload upload() {
        return new Upload(CleanImageTest.bytes(CleanImageTest.halves(64, 32), "png"));
    }
}
