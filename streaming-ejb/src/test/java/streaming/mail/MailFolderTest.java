package streaming.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    @TempDir
    Path parent;

    @Test
    void isAFileThatItsOwnerAloneReads() throws Exception {
        var folder = new MailFolder();
        folder.config = MailsOnTest.config();
        folder.config.folder = Optional.of(parent.resolve("mail").toString());
        var id = UUID.fromString("00000000-0000-4000-8000-000000000001");

        folder.put(new DueMail(id, "reset-password", "ada@example.org", "Subject: Hello\r\n", Instant.EPOCH, 1));

        try (var files = Files.list(parent.resolve("mail"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file).hasFileName("19700101-000000-reset-password-" + id + ".eml");
                assertThat(file).hasContent("Subject: Hello\r\n");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            });
        }
    }
}
