package streaming.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.shared.SealOnTest;
import streaming.shared.Secret;
import streaming.shared.TestClock;

class MailsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Secret secret = Secret.random();
    Mails mails;

    @BeforeEach
    void open() {
        mails = MailsOnTest.mails(database, clock);
    }

    @Test
    void givesWhatWasWrittenToOneSenderAlone() {
        write("ada@example.org");

        var mail = claim().orElseThrow();

        assertThat(mail.recipient()).isEqualTo("ada@example.org");
        assertThat(mail.message()).contains("Subject: Choose a new password");
        assertThat(claim()).isEmpty();
    }

    @Test
    void passesOverWhatAnotherNodeIsTakingThisMoment() {
        write("ada@example.org");
        clock.advance(Duration.ofSeconds(1));
        write("grace@example.org");

        try (var elsewhere = database.newEntityManager()) {
            elsewhere.getTransaction().begin();
            var first = MailsOnTest.mails(elsewhere, clock).claim().orElseThrow();
            var second = claim().orElseThrow();
            elsewhere.getTransaction().commit();

            assertThat(first.recipient()).isEqualTo("ada@example.org");
            assertThat(second.recipient()).isEqualTo("grace@example.org");
            assertThat(claim()).isEmpty();
        }
    }

    @Test
    void severalNodesSendEachMailOnce() throws Exception {
        var count = 60;
        for (int i = 0; i < count; i++) {
            write("reader" + i + "@example.org");
        }
        var nodes = Executors.newFixedThreadPool(4);

        var sent = new ArrayList<String>();
        for (var node : nodes.invokeAll(Collections.nCopies(4, (Callable<List<String>>) this::sendAll))) {
            sent.addAll(node.get());
        }
        nodes.shutdown();

        assertThat(sent).hasSize(count).doesNotHaveDuplicates();
    }

    /** What one node does until nothing is due. */
    private List<String> sendAll() {
        var sent = new ArrayList<String>();
        try (var entityManager = database.newEntityManager()) {
            var node = MailsOnTest.mails(entityManager, clock);
            while (true) {
                entityManager.getTransaction().begin();
                var due = node.claim();
                entityManager.getTransaction().commit();
                if (due.isEmpty()) {
                    return sent;
                }
                sent.add(due.get().recipient());
            }
        }
    }

    @Test
    void isNotWrittenWhenItsReasonDidNotHappen() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    mails.write(letter("ada@example.org"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(claim()).isEmpty();
    }

    @Test
    void isGivenAgainWhenItsSenderDied() {
        write("ada@example.org");
        var first = claim().orElseThrow();

        clock.advance(Mail.LEASE.plusSeconds(1));

        assertThat(claim()).hasValueSatisfying(again -> {
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.attempt()).isEqualTo(2);
        });
    }

    @Test
    void keepsNothingThatCouldBeReadInTheTableAndNothingAtAllOnceItIsSent() {
        write("ada@example.org");
        assertThat(database.count(
                        "select count(*) from mails where position('token' in encode(content, 'escape')) > 0"))
                .isZero();

        sent(claim().orElseThrow().id());

        assertThat(database.count("select count(*) from mails where sent_at is not null and content is null"))
                .isEqualTo(1);
        clock.advance(Duration.ofMinutes(30));
        assertThat(claim()).isEmpty();
    }

    @Test
    void isTriedAgainAfterAFailureAndParkedWhenThatIsNoUse() {
        write("ada@example.org");

        failed(claim().orElseThrow().id(), "no route to host", false);
        assertThat(claim()).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        failed(claim().orElseThrow().id(), "550 unknown", true);

        clock.advance(Duration.ofMinutes(20));
        assertThat(claim()).isEmpty();
        assertThat(database.count("select count(*) from mails where parked_at is not null and reason = '550 unknown'"))
                .isEqualTo(1);
    }

    @Test
    void isParkedWhenTheSiteHasAnotherSecretNow() {
        write("ada@example.org");
        mails.seal = SealOnTest.of(2);

        assertThat(claim()).isEmpty();

        assertThat(database.count("select count(*) from mails where parked_at is not null and reason <> ''"))
                .isEqualTo(1);
    }

    @Test
    void isNotSentOnceItsLinkIsDead() {
        write("ada@example.org");

        clock.advance(Duration.ofHours(1));

        assertThat(claim()).isEmpty();
        database.inTransaction(() -> mails.purge());
        assertThat(database.count("select count(*) from mails where parked_at is not null and reason like 'too late%'"))
                .isEqualTo(1);
    }

    @Test
    void fillsNobodysMailbox() {
        for (int i = 0; i < Mails.MOST_AN_HOUR + 5; i++) {
            write(i % 2 == 0 ? "ada@example.org" : "ADA@example.org");
        }
        write("grace@example.org");

        assertThat(database.count("select count(*) from mails")).isEqualTo(Mails.MOST_AN_HOUR + 1L);
    }

    @Test
    void forgetsAfterAWeek() {
        write("ada@example.org");

        clock.advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(database.inTransaction(() -> mails.purge())).isEqualTo(1);
    }

    private Letter letter(String recipient) {
        return Letter.of(LetterKind.RESET_PASSWORD, recipient)
                .with("username", "ada")
                .withLink("/reset", secret);
    }

    private void write(String recipient) {
        database.inTransaction(() -> mails.write(letter(recipient)));
    }

    private Optional<DueMail> claim() {
        return database.inTransaction(() -> mails.claim());
    }

    private void sent(UUID id) {
        database.inTransaction(() -> mails.sent(id));
    }

    private void failed(UUID id, String reason, boolean forGood) {
        database.inTransaction(() -> mails.failed(id, reason, forGood));
    }
}
