package streaming.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.Fence;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NotYourChannel;
import streaming.ingest.IngestNodes;
import streaming.ingest.IngestOnTest;
import streaming.ingest.RecordedFile;
import streaming.recording.NoSuchRecording;
import streaming.recording.RecordingEdit;
import streaming.recording.RecordingJson;
import streaming.recording.RecordingRules;
import streaming.recording.RecordingTrouble;
import streaming.recording.Recordings;
import streaming.recording.RecordingsOnTest;
import streaming.recording.StillRecording;
import streaming.recording.VodFolder;
import streaming.remux.RemuxJobsOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

/** A recorder that sees an ingest node, which these tests play: what it writes, and what it does not. */
class RecorderTest {

    static final Duration PAUSE = Duration.ofSeconds(2);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    final Node node = new Node();
    final RecordedEvents<NotRecorded> alarms = new RecordedEvents<>();
    final Recorder recorder = new Recorder();
    final Retention retention = new Retention();
    RecordingsOnTest site;
    Recordings recordings;
    RemuxJobsOnTest jobs;
    VodFolder vods;
    IngestOnTest ingest;
    Account ada;

    @BeforeEach
    void open() {
        var channels = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ingest = new IngestOnTest(database, clock, channels);
        ada = channels.signUp("ada");
        site = new RecordingsOnTest(database, clock, folder, Validation.buildDefaultValidatorFactory());
        recordings = site.recordings;
        vods = site.vods;
        jobs = new RemuxJobsOnTest(database, clock);
        retention.dataSource = database.dataSource();
        retention.config = site.config;
        retention.clock = clock;
        recorder.captures = new Captures();
        recorder.captures.dataSource = database.dataSource();
        recorder.captures.config = site.config;
        recorder.captures.clock = clock;
        recorder.nodes = node;
        recorder.retention = retention;
        recorder.vods = vods;
        recorder.config = site.config;
        recorder.notRecorded = alarms;
        recorder.clock = clock;
    }

    @Test
    void joinsTheConnectionsOfABroadcastIntoOneRecording() throws IOException {
        goLive(1);
        look(4);
        assertThat(node.started).contains("ada");
        ingest.interrupt(ada, fence(1));
        node.recording = null;
        look(4);
        ingest.resume(ada, fence(2));
        look(4);

        assertThat(only().state()).isEqualTo("recording");
        var running = only().id();
        assertThatThrownBy(() -> database.inTransaction(() -> recordings.delete(signedIn(ada), running)))
                .isInstanceOf(StillRecording.class);
        assertThat(jobs.claim()).isNull();
        end(2);
        look(2);

        assertThat(only().state()).isEqualTo("waiting");
        assertThat(jobs.claim()).isEqualTo(2);
        assertThat(only().state()).isEqualTo("remuxing");
        assertThat(jobs.claim()).as("another node has it").isNull();
        makeReady();
        look(1);
        assertThat(only().state()).isEqualTo("ready");
        assertThat(node.files).as("what nobody needs any more is deleted").isEmpty();
    }

    @Test
    void takesUpWhatItFindsAfterARestart() {
        goLive(1);
        look(4);
        var other = new Recorder();
        other.captures = recorder.captures;
        other.nodes = node;
        other.retention = retention;
        other.vods = vods;
        other.config = site.config;
        other.notRecorded = alarms;
        other.clock = clock;
        node.started.clear();
        for (int i = 0; i < 12; i++) {
            node.write(clock);
            other.look();
            clock.advance(PAUSE);
        }

        assertThat(database.count("select count(*) from recordings")).isEqualTo(1);
        assertThat(alarms.fired()).isEmpty();
        assertThat(node.stopped).isEmpty();
    }

    @Test
    void tellsOfADiskThatIsFullAndGoesOnWhenItIsNot() {
        goLive(1);
        look(4);
        node.full = true;
        look(9);

        assertThat(only().trouble()).isEqualTo(RecordingTrouble.UNWRITABLE.text());
        assertThat(alarms.fired()).containsExactly(new NotRecorded("ada", RecordingTrouble.UNWRITABLE));
        assertThat(node.stopped).as("else it fills the log").contains("ada");

        node.full = false;
        look(14);
        assertThat(only().trouble()).isNull();
        assertThat(alarms.fired()).as("it is said once").hasSize(1);
        assertThat(node.files.size()).isGreaterThan(1);
    }

    @Test
    void leavesAloneAStreamThatIsSilentItself() {
        goLive(1);
        look(4);
        node.silent = true;
        look(9);

        assertThat(alarms.fired()).isEmpty();
        assertThat(node.stopped).isEmpty();
    }

    @Test
    void recordsNothingOfAChannelThatDoesNotWantIt() {
        database.inTransaction(() -> recordings.rule(signedIn(ada), "ada", new RecordingRules(false, null)));
        goLive(1);
        look(4);

        assertThat(node.started).isEmpty();
        assertThat(database.count("select count(*) from recordings")).isZero();
    }

    @Test
    void letsTheOldestGoWhenTheSpaceIsFullAndStopsWhereNothingMay() {
        var first = recorded(400);
        var second = recorded(400);
        site.quota(1000);
        goLive(9);
        node.size = 300;
        look(5);

        assertThat(ids()).doesNotContain(first).contains(second);
        assertThat(alarms.fired()).isEmpty();
        database.inTransaction(() -> recordings.edit(signedIn(ada), second, new RecordingEdit(null, true)));
        node.size = 700;
        look(5);
        assertThat(ids()).as("it is kept").contains(second);
        assertThat(alarms.fired()).containsExactly(new NotRecorded("ada", RecordingTrouble.CHANNEL_QUOTA));
    }

    @Test
    void stopsWhenTheSiteIsFull() {
        var first = recorded(400);
        site.siteQuota(300);
        goLive(9);
        look(4);

        assertThat(ids()).contains(first);
        assertThat(alarms.fired()).containsExactly(new NotRecorded("ada", RecordingTrouble.SITE_QUOTA));
    }

    @Test
    void deletesWhatIsTooOldWithItsFiles() throws IOException {
        var old = recorded(400);
        Files.createDirectories(vods.folder(old));
        database.inTransaction(() -> recordings.rule(signedIn(ada), "ada", new RecordingRules(null, 14)));
        assertThatThrownBy(() -> database.inTransaction(
                        () -> recordings.rule(signedIn(ada), "ada", new RecordingRules(null, 61))))
                .as("longer than the site keeps them")
                .isInstanceOf(InvalidInput.class);
        var kept = recorded(400);
        database.inTransaction(() -> recordings.edit(signedIn(ada), kept, new RecordingEdit(" Mine ", true)));

        clock.advance(Duration.ofDays(15));
        assertThat(retention.expire()).isEqualTo(1);
        look(1);
        assertThat(ids()).containsExactly(kept);
        assertThat(vods.folder(old)).doesNotExist();
        assertThat(database.count("select count(*) from recordings")).isEqualTo(1);

        clock.advance(Duration.ofDays(46));
        assertThat(retention.expire()).as("the site's days hold for all").isEqualTo(1);
    }

    @Test
    void showsViewersWhatIsReadyAndNothingElse() throws IOException {
        var ready = recorded(400);
        goLive(9);
        look(4);

        assertThat(database.inTransaction(() -> recordings.of(null, "ada", 0, 20))
                        .items())
                .extracting(RecordingJson::id)
                .containsExactly(ready);
        assertThat(ids()).hasSize(2);
        var running = ids().stream().filter(id -> !id.equals(ready)).findFirst().orElseThrow();
        assertThatThrownBy(() -> database.inTransaction(() -> recordings.get(null, running)))
                .isInstanceOf(NoSuchRecording.class);
        var bob = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience()).signUp("bob");
        assertThatThrownBy(() -> database.inTransaction(() -> recordings.delete(signedIn(bob), ready)))
                .isInstanceOf(NotYourChannel.class);
        database.inTransaction(() -> recordings.delete(signedIn(ada), ready));
        assertThatThrownBy(() -> database.inTransaction(() -> recordings.get(signedIn(ada), ready)))
                .isInstanceOf(NoSuchRecording.class);
    }

    @Test
    void isTriedAgainAfterANodeDiedAndGivenUpInTheEnd() {
        goLive(1);
        look(4);
        end(1);
        look(2);

        assertThat(jobs.claim()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        assertThat(jobs.claim()).as("the lease is over: its node died").isEqualTo(1);
        assertThat(jobs.oldRenews()).as("and had better stop").isFalse();
        for (int i = 0; i < 5; i++) {
            jobs.fail("No space left on device");
            clock.advance(Duration.ofHours(1));
            jobs.claim();
        }

        assertThat(only().state()).isEqualTo("failed");
        assertThat(only().reason()).contains("No space left");
        var failed = only().id();
        database.inTransaction(() -> recordings.retry(signedIn(ada), failed));
        assertThat(jobs.claim()).isEqualTo(1);
    }

    private UUID recorded(long bytes) {
        goLive(1);
        look(4);
        end(1);
        look(2);
        var before = ids();
        jobs.claim();
        jobs.ready(bytes);
        look(1);
        assertThat(before).isNotEmpty();
        return before.get(0);
    }

    private void makeReady() {
        jobs.ready(400);
    }

    private void goLive(long client) {
        ingest.goLive(ada, fence(client));
        node.recording = null;
        node.live = true;
    }

    private void end(long client) {
        ingest.end(ada, fence(client));
        node.live = false;
        node.recording = null;
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            node.write(clock);
            recorder.look();
            clock.advance(PAUSE);
        }
    }

    private static Fence fence(long client) {
        return new Fence("local", "boot", client);
    }

    private RecordingJson only() {
        var items = database.inTransaction(() -> recordings.of(signedIn(ada), "ada", 0, 20))
                .items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<UUID> ids() {
        return database.inTransaction(() -> recordings.of(signedIn(ada), "ada", 0, 20)).items().stream()
                .map(RecordingJson::id)
                .toList();
    }

    /** An ingest node that records as nginx-rtmp does: what fails stays open and writes nothing until it is stopped. */
    static final class Node extends IngestNodes {

        final Map<String, RecordedFile> files = new HashMap<>();
        final List<String> started = new ArrayList<>();
        final List<String> stopped = new ArrayList<>();
        String recording;
        boolean live;
        boolean full;
        boolean silent;
        long size;
        private Instant now = Instant.EPOCH;

        void write(TestClock clock) {
            now = clock.instant();
            if (recording != null && live && !full && !silent) {
                var file = files.get(recording);
                var bytes = size > 0 ? Math.max(file.bytes() + 1, size) : file.bytes() + 10;
                files.put(recording, new RecordedFile(recording, "ada", file.beganAt(), now, bytes));
            }
        }

        @Override
        public List<String> names() {
            return List.of("local");
        }

        @Override
        public Optional<List<RecordedFile>> recordings(String node) {
            return Optional.of(List.copyOf(files.values()));
        }

        @Override
        public Optional<Boolean> startRecording(String node, String channel) {
            started.add(channel);
            if (recording != null || !live) {
                return Optional.of(false);
            }
            recording = "ada-%d.flv".formatted(now.getEpochSecond());
            files.put(recording, new RecordedFile(recording, "ada", now, now, 0));
            return Optional.of(true);
        }

        @Override
        public Optional<Boolean> stopRecording(String node, String channel) {
            stopped.add(channel);
            recording = null;
            return Optional.of(true);
        }

        @Override
        public boolean deleteRecording(String node, String file) {
            files.remove(file);
            return true;
        }

        @Override
        public Optional<Instant> playlistWrittenAt(String node, String channel) {
            return Optional.of(silent ? now.minus(Duration.ofSeconds(60)) : now);
        }
    }
}
