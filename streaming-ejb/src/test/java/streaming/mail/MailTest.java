package streaming.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTest {

    static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    final Mail mail =
            new Mail(UUID.randomUUID(), Letter.of(LetterKind.RESET_PASSWORD, "ada@example.org"), new byte[] {1}, NOW);

    @Test
    void isNobodyElsesWhileItIsOnLease() {
        mail.lease(NOW);

        assertThat(mail.dueAt()).isEqualTo(NOW.plus(Mail.LEASE));
    }

    @Test
    void waitsLongerAfterEachFailure() {
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 4; i++) {
            mail.lease(NOW);
            mail.failed(NOW, "no route", false);
            pauses.add(Duration.between(NOW, mail.dueAt()));
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofMinutes(32));
    }

    @Test
    void isParkedWithTheReasonAfterTheLastAttempt() {
        for (int i = 0; i < Mail.MOST_ATTEMPTS; i++) {
            assertThat(mail.isParked()).isFalse();
            mail.lease(NOW);
            mail.failed(NOW, "no route", false);
        }

        assertThat(mail.isParked()).isTrue();
        assertThat(mail.reason()).isEqualTo("no route");
    }

    @Test
    void isParkedAtOnceWhenNoAttemptCanSucceed() {
        mail.lease(NOW);

        mail.failed(NOW, "550 no such user".repeat(100), true);

        assertThat(mail.isParked()).isTrue();
        assertThat(mail.reason()).hasSize(500);
    }

    @Test
    void saysNothingAnyMoreOnceItIsSent() {
        mail.sent(NOW);
        mail.failed(NOW, "a second node was late", true);

        assertThat(mail.content()).isNull();
        assertThat(mail.isParked()).isFalse();
    }

    @Test
    void isOfUseAsLongAsItsLink() {
        assertThat(mail.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }
}
