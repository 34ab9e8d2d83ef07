package streaming.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import streaming.shared.Secret;

class SmtpServerTest {

    final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final SmtpServer server = new SmtpServer();

    @BeforeEach
    void start() {
        greenMail.start();
        server.config = MailsOnTest.config();
        server.config.host = Optional.of("127.0.0.1");
        server.config.port = greenMail.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void handsTheMailOverAsItIs() throws Exception {
        var mail = mail();

        server.send(mail);

        var received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Choose a new password");
        assertThat(received[0].getMessageID()).contains(mail.id().toString());
        assertThat(received[0].getAllRecipients()[0]).hasToString("ada@example.org");
    }

    @Test
    void signsInWhereItMust() throws Exception {
        greenMail.setUser("site", "secret");
        server.config.user = Optional.of("site");
        server.config.password = Optional.of("secret");
        server.send(mail());

        server.config.password = Optional.of("wrong");
        assertThatThrownBy(() -> server.send(mail())).isInstanceOf(AuthenticationFailedException.class);

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void saysNothingToAServerThatDoesNotEncryptWhenItMust() {
        server.config.startTls = true;

        assertThatThrownBy(() -> server.send(mail()))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");

        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void failsWhileTheServerIsAway() {
        greenMail.stop();

        assertThatThrownBy(() -> server.send(mail())).isInstanceOf(MessagingException.class);
    }

    private static DueMail mail() {
        var id = UUID.randomUUID();
        var letter = Letter.of(LetterKind.RESET_PASSWORD, "ada@example.org")
                .with("username", "ada")
                .withLink("/reset", Secret.random());
        var message = MailsOnTest.composer().compose(id, letter, Instant.EPOCH);
        return new DueMail(id, "reset-password", "ada@example.org", message, Instant.EPOCH, 1);
    }
}
