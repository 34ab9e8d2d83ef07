package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other people's files are as they were published: a change to one would be lost with its next version. */
class VendorFilesTest {

    private static final Path VENDOR = Path.of("src/main/webapp/assets/vendor");

    @Test
    void areUnchangedAndAllListed() throws IOException {
        try (var files = Files.walk(VENDOR, 2)) {
            assertThat(files.filter(file -> Files.isRegularFile(file)
                                    && !file.getParent().equals(VENDOR))
                            .map(VendorFilesTest::line))
                    .containsExactlyInAnyOrderElementsOf(listed());
        }
    }

    private static Iterable<String> listed() throws IOException {
        try (Stream<String> lines = Files.lines(VENDOR.resolve("SHA256SUMS"))) {
            return lines.toList();
        }
    }

    private static String line(Path file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash) + "  "
                    + VENDOR.relativize(file).toString().replace('\\', '/');
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
