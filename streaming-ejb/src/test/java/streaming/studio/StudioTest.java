package streaming.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.Fence;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.ingest.IngestOnTest;
import streaming.shared.TestClock;

class StudioTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final AudienceOnTest audience = new AudienceOnTest(clock);
    final BroadcastMinutes minutes = new BroadcastMinutes();
    final Studio studio = new Studio();
    final Fence fence = new Fence("local", "boot", 1);
    ChannelsOnTest site;
    IngestOnTest ingest;
    Account ada;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, audience.audience());
        ingest = new IngestOnTest(database, clock, site);
        minutes.dataSource = database.dataSource();
        studio.entityManager = database.entityManager();
        studio.audience = audience.audience();
        ada = site.signUp("ada");
    }

    @Test
    void sumsUpWhoWatchedABroadcast() {
        ingest.goLive(ada, fence);
        watch(new AudienceTally.Minute(2.5, 4));
        watch(new AudienceTally.Minute(1.5, 2));
        ingest.done(fence);

        var report = last(signedIn(ada));

        assertThat(report.curve()).containsExactly(2.5, 1.5);
        assertThat(report.peak()).isEqualTo(4);
        assertThat(report.mean()).isEqualTo(2);
        assertThat(report.minutesWatched()).isEqualTo(4);
        assertThat(report.endedAt()).isNotNull();
        assertThat(report.points()).isEqualTo("0.0,1.0 100.0,12.2");
    }

    @Test
    void keepsAMinuteOfAllThatIsLiveByOneStatementAndOnce() {
        ingest.goLive(ada, fence);
        ingest.goLive(site.signUp("grace"), new Fence("local", "boot", 2));
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);

        minutes.keep(minute, Map.of("ada", new AudienceTally.Minute(1, 1)));
        minutes.keep(minute, Map.of("ada", new AudienceTally.Minute(9, 9))); // another node

        assertThat(database.count("select count(*) from broadcast_minutes")).isEqualTo(2);
        assertThat(database.count("select sum(peak) from broadcast_minutes")).isEqualTo(1);
    }

    @Test
    void listsByTwoStatementsHoweverManyThereAre() {
        for (int client = 1; client <= 12; client++) {
            ingest.goLive(ada, new Fence("local", "boot", client));
            clock.advance(Duration.ofHours(1));
            ingest.done(new Fence("local", "boot", client));
        }
        var before = database.statements();

        var reports = database.inTransaction(() -> studio.broadcasts(signedIn(ada), "ada"));

        assertThat(database.statements() - before).isEqualTo(2); // the channel, the list
        assertThat(reports).hasSize(10);
        assertThat(reports)
                .extracting(BroadcastReport::startedAt)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(reports.get(0).curve()).isEmpty();
    }

    @Test
    void drawsALongBroadcastInAFewSteps() {
        var day = IntStream.range(0, 1440)
                .mapToObj(minute -> minute < 720 ? 1.0 : 3.0)
                .toList();

        var report = BroadcastReport.of(1, "", clock.instant(), null, 3, day);

        assertThat(report.curve())
                .hasSize(BroadcastReport.LONGEST_CURVE)
                .startsWith(1.0)
                .endsWith(3.0);
        assertThat(report.minutesWatched()).isEqualTo(2880);
        assertThat(List.of(report.mean())).containsExactly(2.0);
    }

    @Test
    void letsTheOwnerAndStaffLook() {
        var grace = site.signUp("grace");
        var staff = SignedIn.of(grace.id(), "grace", Role.STAFF);

        assertThat(studio.broadcasts(staff, "ada")).isEmpty();
        assertThatThrownBy(() -> studio.broadcasts(signedIn(grace), "ada")).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> studio.health(signedIn(grace), "ada")).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> studio.broadcasts(staff, "nobody")).isInstanceOf(NoSuchChannel.class);
    }

    private void watch(AudienceTally.Minute minute) {
        minutes.keep(clock.instant().truncatedTo(ChronoUnit.MINUTES), Map.of("ada", minute));
        clock.advance(Duration.ofMinutes(1));
    }

    private BroadcastReport last(SignedIn who) {
        return database.inTransaction(() -> studio.broadcasts(who, "ada")).get(0);
    }
}
