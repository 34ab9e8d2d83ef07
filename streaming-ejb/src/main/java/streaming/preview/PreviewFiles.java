package streaming.preview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import streaming.image.ImageConfig;

/** The stills' files, where nginx serves them. A name is used once; what was replaced goes after a few minutes. */
@ApplicationScoped
public class PreviewFiles {

    /** Longer than a page shows a still that was replaced, or ffmpeg writes on one. */
    static final Duration KEPT = Duration.ofMinutes(5);

    @Inject
    ImageConfig config;

    @Inject
    Clock clock;

    private Path folder;

    @PostConstruct
    void open() {
        folder = config.previews();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("streaming.files must be a folder that can be written", e);
        }
    }

    /** A file of this node's alone, for what is not finished. */
    Path scratch(String ending) {
        return folder.resolve("new-" + UUID.randomUUID() + ending);
    }

    /** Gives a finished still its name. */
    String publish(Path still) throws IOException {
        var name = UUID.randomUUID().toString().replace("-", "") + ".jpg";
        Files.move(still, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /** Deletes what nobody looks at any more. Stills are taken more often than they are purged. */
    void purge() throws IOException {
        var oldest = clock.instant().minus(KEPT);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
