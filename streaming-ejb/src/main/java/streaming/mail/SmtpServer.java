package streaming.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/** The site's mail server (RFC 5321, RFC 6409). */
@ApplicationScoped
class SmtpServer {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Inject
    MailConfig config;

    /**
     * Hands the mail over.
     *
     * @throws SendFailedException if the server does not take it for this recipient
     */
    void send(DueMail mail) throws MessagingException {
        var session = Session.getInstance(properties());
        var message =
                new MimeMessage(session, new ByteArrayInputStream(mail.message().getBytes(StandardCharsets.US_ASCII)));
        var recipient = new InternetAddress();
        recipient.setAddress(mail.recipient());
        try (var transport = session.getTransport("smtp")) {
            connect(transport);
            transport.sendMessage(message, new InternetAddress[] {recipient});
        }
    }

    // Without a user there must be no password either: else Jakarta Mail signs in as the user of the system.
    private void connect(Transport transport) throws MessagingException {
        var user = config.user();
        transport.connect(
                config.host().orElseThrow(),
                config.port(),
                user.orElse(null),
                user.map(name -> config.password()).orElse(null));
    }

    private Properties properties() {
        var patience = String.valueOf(LONGEST_WAIT.toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(config.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(config.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(config.startTls()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(config.implicitTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        return properties;
    }
}
