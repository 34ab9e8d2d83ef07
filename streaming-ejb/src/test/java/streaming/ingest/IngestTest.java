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
import streaming.broadcast.Deadlines;
import streaming.broadcast.DeadlinesOnTest;
import streaming.broadcast.Fence;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelsOnTest;
import streaming.channel.IngestRules;
import streaming.channel.StreamKeyInput;
import streaming.channel.StreamKeyReplaced;
import streaming.moderation.Banned;
import streaming.shared.Secret;
import streaming.shared.TestClock;

class IngestTest {

    private static final String HOME = "192.0.2.1";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Ingest ingest = new Ingest();
    final RecordedEvents<LiveChanged> changes = new RecordedEvents<>();
    final RecordedEvents<SecondAddress> alarms = new RecordedEvents<>();
    Deadlines deadlines;
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
        deadlines = DeadlinesOnTest.deadlines(database, clock, changes);
        ingest.deadlines = deadlines;
        ingest.secondAddress = alarms;
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        broadcasts = BroadcastsOnTest.broadcasts(database, clock, changes);
        ada = site.signUp("ada");
        key = site.keyOf(ada);
    }

    @Test
    void goesLiveUnderTheChannelsName() {
        assertThat(publish(fence)).isEqualTo("ada");

        assertThat(changes.fired()).containsExactly(new LiveChanged("ada", clock.instant()));
        assertThat(channel().live()).isTrue();
        assertThat(broadcasts.openSegments("local")).singleElement().satisfies(segment -> assertThat(segment.fence())
                .isEqualTo(fence));
    }

    @Test
    void refusesAKeyThatIsNobodys() {
        assertThatThrownBy(() -> ingest.publish(new Secret("nobody's"), fence, HOME))
                .isInstanceOf(NoSuchStreamKey.class);

        nothingIsLive();
    }

    @Test
    void refusesABannedOwner() {
        database.inTransaction(
                () -> site.accounts.findByUsername("ada").orElseThrow().ban(clock.instant()));

        assertThatThrownBy(() -> publish(fence)).isInstanceOf(OwnerShutOut.class);

        nothingIsLive();
    }

    @Test
    void refusesASecondEncoderAndLeavesTheFirst() {
        publish(fence);

        assertThatThrownBy(() -> publish(new Fence("local", "boot-1", 8))).isInstanceOf(AlreadyLive.class);

        assertThat(database.count("select count(*) from ingest_segments")).isEqualTo(1);
        assertThat(channel().live()).isTrue();
    }

    @Test
    void answersTheSameToTheSameConnectionThatAsksAgain() {
        publish(fence);

        assertThat(publish(fence)).isEqualTo("ada");

        assertThat(database.count("select count(*) from ingest_segments")).isEqualTo(1);
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
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
    void waitsForTheEncoderOfWhatTheFenceCarried() {
        publish(fence);
        clock.advance(Duration.ofMinutes(5));
        var interrupted = clock.instant();

        ingest.done(fence);

        assertThat(changes.fired())
                .last()
                .isEqualTo(new LiveChanged("ada", channel().startedAt(), interrupted.plusSeconds(30)));
        assertThat(channel().resumeBy()).isEqualTo(interrupted.plusSeconds(30));
        assertThat(channel().live()).isTrue();
        assertThat(broadcasts.openSegments("local")).isEmpty();

        clock.advance(Duration.ofSeconds(29));
        assertThat(deadlines.endOver()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(deadlines.endOver()).isEqualTo(1);

        assertThat(channel().live()).isFalse();
        assertThat(changes.fired()).last().isEqualTo(LiveChanged.off("ada"));
        assertThat(database.count(
                        "select count(*) from broadcasts where ended_at = interrupted_at and ended_at > started_at"))
                .isEqualTo(1);
    }

    @Test
    void goesOnWithTheSameBroadcastWhenTheEncoderReturns() {
        publish(fence);
        var startedAt = channel().startedAt();
        ingest.done(fence);
        clock.advance(Duration.ofSeconds(20));

        assertThat(publish(new Fence("local", "boot-1", 8))).isEqualTo("ada");

        assertThat(channel().resumeBy()).isNull();
        assertThat(changes.fired()).last().isEqualTo(new LiveChanged("ada", startedAt));
        clock.advance(Duration.ofSeconds(40));
        assertThat(deadlines.endOver()).isZero();
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
        assertThat(database.count("select count(*) from ingest_segments")).isEqualTo(2);
    }

    @Test
    void beginsAnotherBroadcastForAnEncoderThatReturnsTooLate() {
        publish(fence);
        ingest.done(fence);
        clock.advance(Duration.ofSeconds(31));

        assertThat(publish(new Fence("local", "boot-1", 8))).isEqualTo("ada");

        assertThat(channel().startedAt()).isEqualTo(clock.instant());
        assertThat(database.count("select count(*) from broadcasts where ended_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void endsAtOnceWhereTheChannelHasNoGrace() {
        rule(0, false);
        publish(fence);
        clock.advance(Duration.ofMinutes(5));

        ingest.done(fence);

        assertThat(channel().live()).isFalse();
        assertThat(database.count("select count(*) from ingest_segments where ended_at is null"))
                .isZero();
        assertThat(changes.fired()).last().isEqualTo(LiveChanged.off("ada"));
        assertThat(publish(new Fence("local", "boot-1", 9))).isEqualTo("ada");
    }

    @Test
    void takesAConnectionBackThatWasBelievedLost() {
        rule(0, false);
        publish(fence);
        clock.advance(Duration.ofMinutes(1));
        ingest.lost(fence);
        assertThat(channel().live()).isFalse();
        clock.advance(Duration.ofMinutes(1));

        assertThat(ingest.found(new Fence("local", "boot-1", 8))).isFalse();
        assertThat(ingest.found(fence)).isTrue();

        assertThat(channel().live()).isTrue();
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
        assertThat(ingest.found(fence)).as("it is open").isFalse();
        database.inTransaction(() -> broadcasts.endOf(new Banned("ada")));
        assertThat(ingest.found(fence)).as("it was ended on purpose").isFalse();
    }

    @Test
    void takesNoConnectionBackWhoseChannelHasAnotherEncoderNow() {
        publish(fence);
        ingest.lost(fence);
        publish(new Fence("local", "boot-1", 8));

        assertThat(ingest.found(fence)).isFalse();
    }

    @Test
    void tellsTheOwnerOfAKeyThatIsUsedFromTwoAddresses() {
        publish(fence);

        assertThatThrownBy(() -> publish(new Fence("local", "boot-1", 8))).isInstanceOf(AlreadyLive.class);
        assertThat(alarms.fired()).isEmpty();
        assertThatThrownBy(() -> ingest.publish(key, new Fence("local", "boot-1", 9), "198.51.100.7"))
                .isInstanceOf(AlreadyLive.class);

        assertThat(alarms.fired()).containsExactly(new SecondAddress("ada", "Main", false));
        assertThat(database.count("select count(*) from ingest_incidents where kind = 'second-address'"))
                .isEqualTo(1);
    }

    @Test
    void aLateWordOfAnotherConnectionEndsNothing() {
        publish(fence);

        List.of(new Fence("local", "boot-1", 6), new Fence("local", "boot-0", 7), new Fence("other", "boot-1", 7))
                .forEach(ingest::done);

        assertThat(channel().live()).isTrue();
        assertThat(changes.fired()).hasSize(1);
        assertThat(database.count("select count(*) from ingest_incidents where kind = 'foreign-done'"))
                .isEqualTo(3);
        ingest.done(fence);
        ingest.done(fence);
        assertThat(database.count(
                        "select count(*) from ingest_incidents where kind = 'late-done' and channel_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void takesAnEncoderBackAtOnceWhenItsNodeWasStartedAnew() {
        publish(fence);

        assertThat(publish(new Fence("local", "boot-2", 1))).isEqualTo("ada");

        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
        assertThat(database.count("select count(*) from ingest_segments where ended_by = 'lost'"))
                .isEqualTo(1);
        assertThat(channel().live()).isTrue();
        assertThat(channel().resumeBy()).isNull();
    }

    @Test
    void doesNotTakeAChannelFromAnotherNode() {
        publish(fence);

        assertThatThrownBy(() -> publish(new Fence("other", "boot-2", 1))).isInstanceOf(AlreadyLive.class);
    }

    @Test
    void aBanEndsTheBroadcast() {
        publish(fence);

        database.inTransaction(() -> broadcasts.endOf(new Banned("ada")));

        assertThat(channel().live()).isFalse();
        assertThat(changes.fired()).last().isEqualTo(LiveChanged.off("ada"));
    }

    @Test
    void aNewKeyEndsTheBroadcastWhereItsOwnerWantsItSo() {
        publish(fence);

        database.inTransaction(() -> broadcasts.endOf(new StreamKeyReplaced("ada", false)));
        assertThat(channel().live()).isTrue();
        database.inTransaction(() -> broadcasts.endOf(new StreamKeyReplaced("ada", true)));

        assertThat(channel().live()).isFalse();
        assertThat(deadlines.endOver()).isZero();
    }

    @Test
    void letsTheRunningBroadcastHaveTheKeyThatWasReplaced() {
        publish(fence);
        var old = key;
        key = replaceKey();

        ingest.done(fence);
        assertThat(ingest.publish(old, new Fence("local", "boot-1", 8), HOME)).isEqualTo("ada");
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
        ingest.done(new Fence("local", "boot-1", 8));
        assertThat(ingest.publish(key, new Fence("local", "boot-1", 9), HOME)).isEqualTo("ada");
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
        ingest.done(new Fence("local", "boot-1", 9));
        clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> ingest.publish(old, new Fence("local", "boot-1", 10), HOME))
                .isInstanceOf(NoSuchStreamKey.class);
        deadlines.endOver();
        assertThatThrownBy(() -> ingest.publish(old, new Fence("local", "boot-1", 11), HOME))
                .isInstanceOf(NoSuchStreamKey.class);
        assertThat(publish(new Fence("local", "boot-1", 12))).isEqualTo("ada");
        assertThatThrownBy(() -> ingest.publish(old, new Fence("local", "boot-1", 13), HOME))
                .isInstanceOf(NoSuchStreamKey.class);
    }

    @Test
    void endsAReplacedKeyAtOnceThatCarriesNothing() {
        var studio = make(new StreamKeyInput("Studio", null, null));
        ingest.publish(new Secret(studio.key()), fence, HOME);
        var old = key;

        key = replaceKey();

        assertThatThrownBy(() -> ingest.publish(old, new Fence("local", "boot-1", 8), HOME))
                .isInstanceOf(NoSuchStreamKey.class);
        assertThatThrownBy(() -> publish(new Fence("local", "boot-1", 9))).isInstanceOf(AlreadyLive.class);
        assertThat(alarms.fired()).isEmpty();
    }

    @Test
    void tellsOfTwoAddressesWithOneKeyAndNotOfTwoKeys() {
        var studio = new Secret(make(new StreamKeyInput("Studio", null, null)).key());
        ingest.publish(studio, fence, HOME);

        assertThatThrownBy(() -> ingest.publish(key, new Fence("local", "boot-1", 8), "198.51.100.7"))
                .isInstanceOf(AlreadyLive.class);
        assertThat(alarms.fired()).isEmpty();
        for (int client = 9; client < 12; client++) {
            var another = new Fence("local", "boot-1", client);
            assertThatThrownBy(() -> ingest.publish(studio, another, "198.51.100.7"))
                    .isInstanceOf(AlreadyLive.class);
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(alarms.fired()).as("once an hour").containsExactly(new SecondAddress("ada", "Studio", false));
        assertThat(database.count("select count(*) from ingest_incidents where key_name = 'Studio'"))
                .isEqualTo(3);
    }

    @Test
    void refusesAnExpiredKeyAndLeavesWhatRuns() {
        var guest = new Secret(make(new StreamKeyInput("Guest", clock.instant().plusSeconds(60), null))
                .key());
        ingest.publish(guest, fence, HOME);
        clock.advance(Duration.ofSeconds(60));

        assertThatThrownBy(() -> ingest.publish(guest, new Fence("local", "boot-1", 8), HOME))
                .isInstanceOf(StreamKeyExpired.class);
        assertThatThrownBy(() -> ingest.publish(guest, new Fence("local", "boot-1", 9), HOME))
                .isInstanceOf(StreamKeyExpired.class);

        assertThat(channel().resumeBy()).isNull();
        assertThat(database.count(
                        "select count(*) from ingest_incidents where kind = 'expired-key' and key_name = 'Guest'"))
                .as("once a minute")
                .isEqualTo(1);
    }

    @Test
    void refusesAKeyOutsideOfItsNetworks() {
        var home = new Secret(
                make(new StreamKeyInput("Home", null, List.of("192.0.2.77/24", "2001:db8:1::/48", "203.0.113.9")))
                        .key());

        for (var address : new String[] {"198.51.100.7", "2001:db8:2::1", "203.0.113.10", null}) {
            assertThatThrownBy(() -> ingest.publish(home, fence, address)).isInstanceOf(ForeignNetwork.class);
        }
        nothingIsLive();
        assertThat(database.count(
                        "select count(*) from ingest_incidents where kind = 'foreign-network' and key_name = 'Home'"))
                .isEqualTo(4);
        for (var address : List.of("192.0.2.200", "2001:db8:1:ffff::1", "203.0.113.9")) {
            assertThat(ingest.publish(home, fence, address)).isEqualTo("ada");
            ingest.done(fence);
        }
    }

    @Test
    void letsNobodyInWithARevokedKeyNorBackIntoWhatRuns() {
        var guest = make(new StreamKeyInput("Guest", null, null));
        ingest.publish(new Secret(guest.key()), fence, HOME);

        database.inTransaction(() -> site.keys.revoke(ChannelsOnTest.signedIn(ada), "ada", guest.id(), false));

        assertThat(channel().live()).isTrue();
        ingest.done(fence);
        assertThatThrownBy(() -> ingest.publish(new Secret(guest.key()), fence, HOME))
                .isInstanceOf(NoSuchStreamKey.class);
        assertThat(publish(fence)).as("another key resumes").isEqualTo("ada");
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(1);
    }

    private streaming.channel.StreamKeyJson make(StreamKeyInput input) {
        return database.inTransaction(() -> site.keys.make(ChannelsOnTest.signedIn(ada), "ada", input));
    }

    private Secret replaceKey() {
        return new Secret(database.inTransaction(() -> site.keys.replace(ChannelsOnTest.signedIn(ada), "ada", false)));
    }

    private String publish(Fence of) {
        return ingest.publish(key, of, HOME);
    }

    private void rule(int graceSeconds, boolean takeOver) {
        database.inTransaction(() ->
                site.channels.rule(ChannelsOnTest.signedIn(ada), "ada", new IngestRules(graceSeconds, takeOver, null)));
    }

    private boolean publishes(Fence candidate) {
        try {
            publish(candidate);
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
