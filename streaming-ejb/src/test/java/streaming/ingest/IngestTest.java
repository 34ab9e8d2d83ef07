package streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.Broadcasts;
import streaming.broadcast.BroadcastsOnTest;
import streaming.broadcast.Fence;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelsOnTest;
import streaming.moderation.Banned;
import streaming.shared.Secret;
import streaming.shared.TestClock;

class IngestTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Ingest ingest = new Ingest();
    final RecordedEvents<LiveChanged> changes = new RecordedEvents<>();
    final Fence fence = new Fence("local", "boot-1", 7);
    ChannelsOnTest site;
    Broadcasts broadcasts;
    Account ada;
    Secret key;

    @BeforeEach
    void signUp() {
        ingest.dataSource = database.dataSource();
        ingest.changed = changes;
        ingest.clock = clock;
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        broadcasts = BroadcastsOnTest.broadcasts(database, clock, changes);
        ada = site.signUp("ada");
        key = site.keyOf(ada);
    }

    @Test
    void goesLiveUnderTheChannelsName() {
        assertThat(ingest.publish(key, fence)).isEqualTo("ada");

        assertThat(changes.fired()).containsExactly(new LiveChanged("ada", clock.instant()));
        assertThat(channel().live()).isTrue();
        assertThat(broadcasts.openSegments("local")).singleElement().satisfies(segment -> assertThat(segment.fence())
                .isEqualTo(fence));
    }

    @Test
    void refusesAKeyThatIsNobodys() {
        assertThatThrownBy(() -> ingest.publish(new Secret("nobody's"), fence)).isInstanceOf(NoSuchStreamKey.class);

        nothingIsLive();
    }

    @Test
    void refusesABannedOwner() {
        database.inTransaction(
                () -> site.accounts.findByUsername("ada").orElseThrow().ban(clock.instant()));

        assertThatThrownBy(() -> ingest.publish(key, fence)).isInstanceOf(OwnerShutOut.class);

        nothingIsLive();
    }

    @Test
    void refusesASecondEncoderAndLeavesTheFirst() {
        ingest.publish(key, fence);

        assertThatThrownBy(() -> ingest.publish(key, new Fence("local", "boot-1", 8)))
                .isInstanceOf(AlreadyLive.class);

        assertThat(database.count("select count(*) from ingest_segments")).isEqualTo(1);
        assertThat(channel().live()).isTrue();
    }

    @Test
    void letsOneOfManyEncodersInThatComeAtOnce() throws Exception {
        var encoders = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(client -> () -> publishes(new Fence("local", "boot-1", client)))
                .toList();
        var threads = Executors.newFixedThreadPool(encoders.size());
        try {
            var letIn = 0;
            for (var result : threads.invokeAll(encoders)) {
                letIn += result.get() ? 1 : 0;
            }
            assertThat(letIn).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
    }

    @Test
    void endsWhatTheFenceCarries() {
        ingest.publish(key, fence);
        clock.advance(Duration.ofMinutes(5));

        ingest.done(fence);

        assertThat(channel().live()).isFalse();
        assertThat(database.count("select count(*) from ingest_segments where ended_at is null"))
                .isZero();
        assertThat(changes.fired()).last().isEqualTo(new LiveChanged("ada", null));
        assertThat(ingest.publish(key, new Fence("local", "boot-1", 9))).isEqualTo("ada");
    }

    @Test
    void aLateWordOfAnotherConnectionEndsNothing() {
        ingest.publish(key, fence);

        List.of(new Fence("local", "boot-1", 6), new Fence("local", "boot-0", 7), new Fence("other", "boot-1", 7))
                .forEach(ingest::done);

        assertThat(channel().live()).isTrue();
        assertThat(changes.fired()).hasSize(1);
    }

    @Test
    void takesAnEncoderBackAtOnceWhenItsNodeWasStartedAnew() {
        ingest.publish(key, fence);

        assertThat(ingest.publish(key, new Fence("local", "boot-2", 1))).isEqualTo("ada");

        assertThat(database.count("select count(*) from broadcasts where ended_at is not null"))
                .isEqualTo(1);
        assertThat(channel().live()).isTrue();
    }

    @Test
    void doesNotTakeAChannelFromAnotherNode() {
        ingest.publish(key, fence);

        assertThatThrownBy(() -> ingest.publish(key, new Fence("other", "boot-2", 1)))
                .isInstanceOf(AlreadyLive.class);
    }

    @Test
    void aBanEndsTheBroadcast() {
        ingest.publish(key, fence);

        database.inTransaction(() -> broadcasts.endOf(new Banned("ada")));

        assertThat(channel().live()).isFalse();
        assertThat(changes.fired()).last().isEqualTo(new LiveChanged("ada", null));
    }

    private boolean publishes(Fence candidate) {
        try {
            ingest.publish(key, candidate);
            return true;
        } catch (AlreadyLive refused) {
            return false;
        }
    }

    private streaming.channel.ChannelJson channel() {
        return database.inTransaction(() -> site.channels.get("ada"));
    }

    private void nothingIsLive() {
        assertThat(database.count("select (select count(*) from broadcasts) + (select count(*) from ingest_segments)"))
                .isZero();
        assertThat(changes.fired()).isEmpty();
    }
}
