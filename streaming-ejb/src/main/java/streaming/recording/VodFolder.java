package streaming.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import streaming.image.ImageConfig;

/** The files of recordings and clips, a folder of each, where nginx serves them. All nodes share it. */
@ApplicationScoped
public class VodFolder {

    private static final String UNFINISHED = "new-";

    /** Longer than anybody works on one without writing to it. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    @Inject
    ImageConfig config;

    @Inject
    Clock clock;

    /** A folder of this attempt's alone, for what is not finished. */
    public Path begin() throws IOException {
        return Files.createDirectories(root().resolve(UNFINISHED + UUID.randomUUID()));
    }

    /** Gives a finished folder its name, in place of what an attempt left that died before it could say so. */
    public void publish(Path finished, UUID id) throws IOException {
        delete(id);
        Files.move(finished, folder(id), StandardCopyOption.ATOMIC_MOVE);
    }

    public Path folder(UUID id) {
        return root().resolve(id.toString());
    }

    /** Deletes what is there of it; nothing may be. */
    public void delete(UUID id) throws IOException {
        delete(folder(id));
    }

    /** What has been finished and is there. */
    public List<UUID> finished() throws IOException {
        var found = new ArrayList<UUID>();
        if (Files.isDirectory(root())) {
            try (var folders = Files.newDirectoryStream(root(), folder -> !isUnfinished(folder) && isOld(folder))) {
                folders.forEach(folder -> found.add(UUID.fromString(String.valueOf(folder.getFileName()))));
            }
        }
        return found;
    }

    /** Deletes what attempts left behind that died. */
    public void purge() throws IOException {
        if (Files.isDirectory(root())) {
            try (var folders = Files.newDirectoryStream(root(), folder -> isUnfinished(folder) && isOld(folder))) {
                for (var folder : folders) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isUnfinished(Path folder) {
        return String.valueOf(folder.getFileName()).startsWith(UNFINISHED);
    }

    private boolean isOld(Path folder) throws IOException {
        var newest = Files.getLastModifiedTime(folder).toInstant();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var written = Files.getLastModifiedTime(file).toInstant();
                newest = written.isAfter(newest) ? written : newest;
            }
        }
        return newest.isBefore(clock.instant().minus(ABANDONED));
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return; // nothing is there
        }
    }

    private Path root() {
        var root = config.recordings();
        try {
            return Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("streaming.files must be a folder that can be written", e);
        }
    }
}
