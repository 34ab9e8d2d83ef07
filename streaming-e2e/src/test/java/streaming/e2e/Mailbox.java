package streaming.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail server that the product sends to, and everybody's mailbox in it. */
final class Mailbox implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(15);
    private static final String HOST = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

    private Mailbox() {}

    static Mailbox open() {
        var mailbox = new Mailbox();
        mailbox.server.start();
        return mailbox;
    }

    /** What the product must be told to send here. */
    Map<String, String> settings() {
        return Map.of(
                "STREAMING_MAIL_HOST",
                HOST,
                "STREAMING_MAIL_PORT",
                String.valueOf(server.getSmtp().getPort()),
                "STREAMING_MAIL_STARTTLS",
                "false");
    }

    /** A mail as it came: the same words as text and as HTML. */
    record Mail(String subject, String text, String html) {

        private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+$");

        /** The address in the text that stands on a line of its own. */
        URI link() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return URI.create(link.group());
        }

        /** The link's path and query, for somebody whose browser is at the site. */
        String path() {
            return link().getPath() + "?" + link().getQuery();
        }

        /** The secret that the link bears. */
        String token() {
            return link().getQuery().replaceFirst("^token=", "");
        }

        private static Mail of(MimeMessage message) {
            try {
                var parts = (MimeMultipart) message.getContent();
                return new Mail(
                        message.getSubject(),
                        ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                        (String) parts.getBodyPart(1).getContent());
            } catch (MessagingException e) {
                throw new IllegalStateException("GreenMail keeps what it cannot read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What this address got so far, oldest first. */
    List<Mail> of(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipients(message).contains(address))
                .map(Mail::of)
                .toList();
    }

    /** Waits for the first mail to this address with this subject. */
    Mail await(String address, String subject) {
        return await(address, subject, 1).get(0);
    }

    /** Waits until this address has got so many mails with this subject. */
    List<Mail> await(String address, String subject, int count) {
        return Await.await(
                "%s gets %d × \"%s\"".formatted(address, count, subject),
                DELIVERY,
                () -> of(address).stream()
                        .filter(mail -> mail.subject().equals(subject))
                        .toList(),
                mails -> mails.size() == count);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
        } catch (MessagingException e) {
            throw new IllegalStateException("GreenMail keeps what has no recipient", e);
        }
    }
}
