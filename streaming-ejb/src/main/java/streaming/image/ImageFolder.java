package streaming.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Images in a folder, from which nginx serves them, too. */
final class ImageFolder implements ImageStore {

    private static final String UNFINISHED = ".new";

    private final Path folder;

    ImageFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("streaming.files must be a folder that can be written", e);
        }
    }

    /** On the disk, not only in the system's memory: its row comes next. */
    @Override
    public void put(String name, byte[] image) {
        var unfinished = folder.resolve(name + UNFINISHED);
        try {
            try (var file = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(image);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true); // the name, too
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be written", e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        try {
            return Optional.of(Files.newInputStream(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be read", e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be deleted", e);
        }
    }

    @Override
    public List<String> writtenBefore(Instant then) {
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
