package streaming.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where messages go while no mail server is configured: files that every mail program opens, for their owner only. */
@ApplicationScoped
class MailFolder {

    private static final Logger LOG = System.getLogger(MailFolder.class.getName());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Inject
    MailConfig config;

    void put(DueMail mail) throws IOException {
        var folder = config.folder();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = folder.resolve("%s-%s-%s.eml".formatted(TIME.format(mail.createdAt()), mail.kind(), mail.id()));
        Path draft = Files.createTempFile(folder, ".", ".eml"); // its owner's alone, and whole before it has its name
        Files.writeString(draft, mail.message());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.log(Level.INFO, "No mail server is set (streaming.mail.host); the message is in {0}", file);
    }
}
