package streaming.image;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The images' bytes, in a folder that all nodes share. A name is random and used once, so a file never changes and may
 * be cached for ever, and none is somebody else's, too.
 */
@ApplicationScoped
public class ImageFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(jpg|png)");
    private static final String UNFINISHED = ".new";

    @Inject
    ImageConfig config;

    private Path folder;

    @PostConstruct
    void open() {
        folder = config.folder().resolve("images");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("streaming.files must be a folder that can be written", e);
        }
    }

    /** Writes the image; once this returns it is on the disk, whatever happens. Gives its name. */
    String put(CleanImage image) {
        var name = UUID.randomUUID().toString().replace("-", "") + "." + image.extension();
        var unfinished = folder.resolve(name + UNFINISHED);
        try {
            try (var file = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(image.bytes());
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true); // the name, too
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be written", e);
        }
    }

    /** The file of this name; text that is no such name finds nothing. */
    public Optional<Path> find(String name) {
        return Optional.of(name)
                .filter(text -> NAME.matcher(text).matches())
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be deleted", e);
        }
    }

    /** The names of what was written before then, whole or not. */
    List<String> writtenBefore(Instant then) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOlder(file, then))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The images could not be listed", e);
        }
    }

    private static boolean isOlder(Path file, Instant then) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (IOException e) {
            return false; // another node has just deleted it
        }
    }
}
