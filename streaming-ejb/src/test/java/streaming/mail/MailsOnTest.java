package streaming.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import streaming.TestDatabase;
import streaming.shared.SealOnTest;

/** The mail feature, put together by hand on the test database. */
public final class MailsOnTest {

    private MailsOnTest() {}

    public static Mails mails(TestDatabase database, Clock clock) {
        return mails(database.entityManager(), clock);
    }

    static Mails mails(EntityManager entityManager, Clock clock) {
        var mails = new Mails();
        mails.entityManager = entityManager;
        mails.composer = composer();
        mails.seal = SealOnTest.of(1);
        mails.clock = clock;
        return mails;
    }

    public static MailLinks links(TestDatabase database, Clock clock, Mails mails) {
        var links = new MailLinks();
        links.entityManager = database.entityManager();
        links.mails = mails;
        links.clock = clock;
        return links;
    }

    /** A letter as its reader has it; {@code token} is that of its link, or null. */
    public record Received(String subject, String recipient, String text, String token) {}

    /** Sends what is due, and gives it in the order in which it was written. */
    public static List<Received> send(TestDatabase database, Mails mails) {
        var received = new ArrayList<Received>();
        for (var due = claim(database, mails); due.isPresent(); due = claim(database, mails)) {
            var mail = due.get();
            database.inTransaction(() -> mails.sent(mail.id()));
            received.add(read(mail));
        }
        return received;
    }

    private static Optional<DueMail> claim(TestDatabase database, Mails mails) {
        return database.inTransaction(() -> mails.claim());
    }

    private static Received read(DueMail mail) {
        try {
            var wire = new ByteArrayInputStream(mail.message().getBytes(StandardCharsets.US_ASCII));
            var message = new MimeMessage(Session.getInstance(new Properties()), wire);
            var text = (String)
                    ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
            var token = Pattern.compile("token=(\\S+)").matcher(text);
            return new Received(message.getSubject(), mail.recipient(), text, token.find() ? token.group(1) : null);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("What was composed cannot be read", e);
        }
    }

    static MailComposer composer() {
        var composer = new MailComposer();
        composer.templates = new LetterTemplates();
        composer.config = config();
        return composer;
    }

    /** No server, no folder. */
    static MailConfig config() {
        var config = new MailConfig();
        config.host = Optional.empty();
        config.user = Optional.empty();
        config.password = Optional.empty();
        config.folder = Optional.empty();
        config.from = "streaming <no-reply@site.example>";
        config.site = URI.create("https://site.example/");
        return config;
    }
}
