package streaming.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import streaming.shared.Secret;

class MailComposerTest {

    static final UUID ID = UUID.randomUUID();

    final MailComposer composer = MailsOnTest.composer();

    @Test
    void saysTheSameAsTextAndAsHtml() throws Exception {
        var secret = Secret.random();
        var letter = Letter.of(LetterKind.RESET_PASSWORD, "ada@example.org")
                .with("username", "ada")
                .withLink("/reset", secret);

        var message = read(composer.compose(ID, letter, Instant.EPOCH));

        var parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        for (int i = 0; i < 2; i++) {
            assertThat((String) parts.getBodyPart(i).getContent())
                    .contains("https://site.example/reset?token=" + secret.text());
        }
    }

    @Test
    void isKnownByItsNumberAndAsWrittenByAMachine() throws Exception {
        var letter = Letter.of(LetterKind.PASSWORD_CHANGED, "ada@example.org")
                .with("username", "ada")
                .with("at", "20:00 UTC")
                .with("link", "/forgot");

        var message = read(composer.compose(ID, letter, Instant.EPOCH));

        assertThat(message.getMessageID()).isEqualTo("<%s@site.example>".formatted(ID));
        assertThat(message.getFrom()[0]).hasToString("streaming <no-reply@site.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void goesOverTheWireInShortLinesOfAscii() {
        var letter = Letter.of(LetterKind.CONFIRM_ADDRESS, "ada@example.org")
                .with("username", "ädä")
                .withLink("/confirm", Secret.random());

        var wire = composer.compose(ID, letter, Instant.EPOCH);

        assertThat(wire.chars()).allMatch(character -> character < 128);
        assertThat(wire.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(999));
    }

    @Test
    void tellsMailProgramsHowToEndWhatComesAgainAndAgain() throws Exception {
        var letter = Letter.of(LetterKind.DIGEST, "ada@example.org")
                .with("username", "ada")
                .with("lines", "grace")
                .with("link", "/notifications")
                .withUnsubscribe("/unsubscribe?token=1-abc");

        var message = read(composer.compose(ID, letter, Instant.EPOCH));

        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://site.example/unsubscribe?token=1-abc>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    private static MimeMessage read(String wire) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(wire.getBytes(StandardCharsets.US_ASCII)));
    }
}
