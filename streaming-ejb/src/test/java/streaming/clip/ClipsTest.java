package streaming.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.channel.ChannelsOnTest;
import streaming.recording.NoSuchRecording;
import streaming.recording.RecordingsOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class ClipsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Clips clips = new Clips();
    final ClipJobs jobs = new ClipJobs();
    ChannelsOnTest site;
    Account ada;
    Account grace;
    UUID recording;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        clips.entityManager = database.entityManager();
        clips.access = RecordingsOnTest.access(database, clock);
        clips.validator = Validation.buildDefaultValidatorFactory().getValidator();
        clips.clock = clock;
        jobs.dataSource = database.dataSource();
        jobs.clock = clock;
        ada = site.signUp("ada");
        grace = site.signUp("grace");
        recording = (UUID) database.inTransaction(() ->
                database.entityManager().createNativeQuery("""
                        insert into recordings (id, channel_id, title, started_at, closed_at, due_at, ready_at, duration_ms)
                        select gen_random_uuid(), c.id, 'Bread', now(), now(), now(), now(), 100000
                        from channels c where c.name = 'ada' returning id
                        """, UUID.class).getSingleResult());
    }

    @Test
    void isCutOnceAndShownThen() {
        var clip = mark(61.5, 91.5);
        assertThat(clip.state()).isEqualTo("cutting");

        var job = jobs.claim().orElseThrow();
        assertThat(job.startMs()).isEqualTo(61_500);
        assertThat(job.lengthMs()).isEqualTo(30_000);
        assertThat(jobs.claim()).as("another node has it").isEmpty();
        jobs.ready(job, 1000, 30_000);

        var shown = database.inTransaction(() -> clips.get(null, clip.id()));
        assertThat(shown.state()).isEqualTo("ready");
        assertThat(shown.creator()).isEqualTo("grace");
        assertThat(database.inTransaction(() -> clips.of("ada", 0, 20)).items()).containsExactly(shown);

        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update channels set visibility = 'followers' where name = 'ada'")
                .executeUpdate());
        assertThatThrownBy(() -> database.inTransaction(() -> clips.get(null, clip.id())))
                .isInstanceOf(NoSuchClip.class);
        assertThat(database.inTransaction(() -> clips.of("ada", 0, 20)).items()).isEmpty();
    }

    @Test
    void isTriedAgainAfterANodeDied() {
        mark(0, 10);
        var first = jobs.claim().orElseThrow();
        clock.advance(java.time.Duration.ofSeconds(61));
        var second = jobs.claim().orElseThrow();

        jobs.failed(first, true);
        assertThat(second.attempt()).isEqualTo(2);
        jobs.ready(second, 1000, 10_000);
        assertThat(database.count("select count(*) from clips where ready_at is not null and failed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLongOrBeyondTheEnd() {
        for (var wrong : List.of(
                new NewClip("Long", 0.0, 60.1),
                new NewClip("Short", 5.0, 5.5),
                new NewClip("Backwards", 9.0, 5.0),
                new NewClip("Never", Double.NaN, 5.0),
                new NewClip("Beyond", 100.0, 110.0),
                new NewClip(" ", 0.0, 10.0),
                new NewClip("Nowhere", null, null))) {
            assertThatThrownBy(() -> database.inTransaction(() -> clips.mark(signedIn(grace), recording, wrong)))
                    .as(wrong.title())
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> database.inTransaction(
                        () -> clips.mark(signedIn(grace), UUID.randomUUID(), new NewClip("None", 0.0, 10.0))))
                .isInstanceOf(NoSuchRecording.class);
        for (int i = 0; i < 30; i++) {
            mark(0, 10);
        }
        assertThatThrownBy(() -> mark(0, 10)).isInstanceOf(TooManyClips.class);
    }

    @Test
    void isDeletedByWhoMadeItAndByWhomItShows() {
        var bob = site.signUp("bob");
        for (var who : List.of(grace, ada)) {
            var clip = mark(0, 10);
            assertThatThrownBy(() -> database.inTransaction(() -> clips.delete(signedIn(bob), clip.id())))
                    .isInstanceOf(NotYourClip.class);
            database.inTransaction(() -> clips.delete(signedIn(who), clip.id()));
            assertThatThrownBy(() -> database.inTransaction(() -> clips.get(signedIn(who), clip.id())))
                    .isInstanceOf(NoSuchClip.class);
            assertThat(jobs.deleted()).containsExactly(clip.id());
            jobs.forget(clip.id());
        }
    }

    private ClipJson mark(double start, double end) {
        return database.inTransaction(
                () -> clips.mark(signedIn(grace), recording, new NewClip("The loaf falls", start, end)));
    }
}
