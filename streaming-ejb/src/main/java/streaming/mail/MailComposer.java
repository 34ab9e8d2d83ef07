package streaming.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * Makes a letter a message (RFC 5322): the same words as text and as HTML, of which the reader's program chooses (RFC
 * 2046 §5.1.4).
 */
@ApplicationScoped
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    LetterTemplates templates;

    @Inject
    MailConfig config;

    /** The message as it goes over the wire, in ASCII. */
    String compose(UUID id, Letter letter, Instant now) {
        try {
            var bytes = new ByteArrayOutputStream();
            message(id, letter, now).writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A letter could not be made: " + letter, e);
        }
    }

    private MimeMessage message(UUID id, Letter letter, Instant now) throws MessagingException {
        var values = values(letter);
        var written = templates.fill(letter.kind(), values);
        var from = new InternetAddress(config.from());
        var message = new NumberedMessage(id, from);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to(letter.recipient()));
        message.setSubject(written.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes, please
        message.setHeader("Content-Language", "en");
        if (values.containsKey("unsubscribe")) {
            message.setHeader("List-Unsubscribe", "<%s>".formatted(values.get("unsubscribe"))); // RFC 2369 §3.2
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        message.setContent(
                new MimeMultipart("alternative", part(written.text(), "plain"), part(written.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** With the site's address, and links made whole. */
    private Map<String, String> values(Letter letter) {
        var values = new HashMap<>(letter.values());
        values.put("site", config.link("/"));
        values.computeIfPresent("link", (name, path) -> config.link(path));
        values.computeIfPresent("unsubscribe", (name, path) -> config.link(path));
        return values;
    }

    // As it is, without the comments and groups that RFC 5322 knows: an address is what was typed at sign-up.
    private static InternetAddress to(String recipient) {
        var address = new InternetAddress();
        address.setAddress(recipient);
        return address;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable"); // lines stay short and bytes ASCII
        return part;
    }

    /** Bears the mail's own number, so that one that went out twice is known by it. */
    private static final class NumberedMessage extends MimeMessage {
        private final String number;

        NumberedMessage(UUID id, InternetAddress from) {
            super(Session.getInstance(new Properties()));
            this.number = "<%s@%s>".formatted(id, from.getAddress().replaceAll(".*@", ""));
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
