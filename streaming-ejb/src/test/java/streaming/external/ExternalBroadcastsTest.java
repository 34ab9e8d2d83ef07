package streaming.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.BroadcastsOnTest;
import streaming.broadcast.Deadlines;
import streaming.broadcast.DeadlinesOnTest;
import streaming.broadcast.Fence;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelsOnTest;
import streaming.channel.NotYourChannel;
import streaming.ingest.AlreadyLive;
import streaming.ingest.IngestOnTest;
import streaming.ingest.OwnerShutOut;
import streaming.moderation.Banned;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class ExternalBroadcastsTest {

    static final String ADDRESS = "https://cdn.example.org/ada.m3u8";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final RecordedEvents<LiveChanged> changes = new RecordedEvents<>();
    final ExternalBroadcasts external = new ExternalBroadcasts();
    final Fence fence = new Fence("local", "boot", 1);
    Deadlines deadlines;
    ChannelsOnTest site;
    IngestOnTest ingest;
    Account ada;

    @BeforeEach
    void signUp() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ingest = new IngestOnTest(database, clock, site);
        deadlines = DeadlinesOnTest.deadlines(database, clock, changes);
        external.entityManager = database.entityManager();
        external.broadcasts = BroadcastsOnTest.broadcasts(database, clock, changes);
        external.channels = site.channels;
        external.config = new ExternalConfig();
        external.config.leaseSeconds = 60;
        external.validator = Validation.buildDefaultValidatorFactory().getValidator();
        external.changed = changes;
        external.clock = clock;
        ada = site.signUp("ada");
    }

    @Test
    void goesLiveFromWhereItsEncoderSays() {
        var told = tell(new NewBroadcast(ADDRESS, "Bread", null, List.of("baking")));

        assertThat(told.begun()).isTrue();
        assertThat(told.broadcast())
                .isEqualTo(new BroadcastJson("ada", "Bread", clock.instant(), ADDRESS, in(Duration.ofSeconds(60))));
        assertThat(changes.fired()).containsExactly(LiveChanged.elsewhere("ada", clock.instant(), ADDRESS));
        var channel = site.channels.get("ada");
        assertThat(channel.live()).isTrue();
        assertThat(channel.hlsUrl()).isEqualTo(ADDRESS);
        assertThat(channel.tags()).containsExactly("baking");
        assertThat(database.count("select count(*) from announcements")).isEqualTo(1);
    }

    @Test
    void livesForAsLongAsItIsRenewed() {
        var begun = tell(from(ADDRESS));
        clock.advance(Duration.ofSeconds(50));

        var renewed = tell(new NewBroadcast(ADDRESS, "Another title", null, null));

        clock.advance(Duration.ofSeconds(50));
        deadlines.endOver();
        assertThat(renewed.begun()).isFalse();
        assertThat(renewed.broadcast().startedAt()).isEqualTo(begun.broadcast().startedAt());
        assertThat(site.channels.get("ada").live()).isTrue();
        assertThat(site.channels.get("ada").title()).isEmpty();
        assertThat(changes.fired()).hasSize(1);
    }

    @Test
    void endsOnceItsEncoderIsSilent() {
        tell(from(ADDRESS));
        clock.advance(Duration.ofSeconds(60));

        deadlines.endOver();

        assertThat(site.channels.get("ada").live()).isFalse();
        assertThat(site.channels.get("ada").hlsUrl()).isEqualTo("/live/ada/index.m3u8");
        assertThat(changes.fired()).last().isEqualTo(LiveChanged.off("ada"));
    }

    @Test
    void makesRoomForAnotherAddressOnceTheLeaseIsOver() {
        tell(from(ADDRESS));
        assertThatThrownBy(() -> tell(from(ADDRESS + "?b"))).isInstanceOf(AlreadyBroadcasting.class);
        clock.advance(Duration.ofSeconds(61));

        var told = tell(from(ADDRESS + "?b"));

        assertThat(told.begun()).isTrue();
        assertThat(database.count("select count(*) from broadcasts")).isEqualTo(2);
    }

    @Test
    void endsWhenItsOwnerSaysSo() {
        tell(from(ADDRESS));

        database.inTransaction(() -> external.end(signedIn(ada), "ada"));

        assertThat(site.channels.get("ada").live()).isFalse();
        assertThatThrownBy(() -> external.end(signedIn(ada), "ada")).isInstanceOf(NoSuchBroadcast.class);
        assertThatThrownBy(() -> external.get("ada")).isInstanceOf(NoSuchBroadcast.class);
    }

    @Test
    void endsWithABanAndBeginsNoMore() {
        tell(from(ADDRESS));
        database.inTransaction(() -> {
            site.accounts.findByUsername("ada").orElseThrow().ban(clock.instant());
            external.broadcasts.endOf(new Banned("ada"));
        });

        assertThat(site.channels.get("ada").live()).isFalse();
        assertThatThrownBy(() -> tell(from(ADDRESS))).isInstanceOf(OwnerShutOut.class);
    }

    @Test
    void leavesAnEncoderOverRtmpAlone() {
        ingest.goLive(ada, fence);

        assertThatThrownBy(() -> tell(from(ADDRESS))).isInstanceOf(AlreadyBroadcasting.class);
        assertThatThrownBy(() -> external.end(signedIn(ada), "ada")).isInstanceOf(CarriedByEncoder.class);

        assertThat(external.get("ada").hlsUrl()).isEqualTo("/live/ada/index.m3u8");
        assertThat(external.get("ada").expiresAt()).isNull();
    }

    @Test
    void takesThePlaceOfWhatWaitsForAnEncoderOverRtmp() {
        ingest.goLive(ada, fence);
        ingest.interrupt(ada, fence);

        assertThat(tell(from(ADDRESS)).begun()).isTrue();

        assertThat(database.count("select count(*) from broadcasts where ended_at is null"))
                .isEqualTo(1);
        assertThat(site.channels.get("ada").resumeBy()).isNull();
    }

    @Test
    void endsWhatWaitsForAnEncoderOverRtmp() {
        ingest.goLive(ada, fence);
        ingest.interrupt(ada, fence);

        database.inTransaction(() -> external.end(signedIn(ada), "ada"));

        assertThat(site.channels.get("ada").live()).isFalse();
    }

    @Test
    void keepsAnEncoderOverRtmpOut() {
        tell(from(ADDRESS));

        assertThatThrownBy(() -> ingest.goLive(ada, fence)).isInstanceOf(AlreadyLive.class);
    }

    @Test
    void obeysTheOwnerAlone() {
        var grace = site.signUp("grace");

        assertThatThrownBy(() -> external.tell(signedIn(grace), "ada", from(ADDRESS)))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> external.end(signedIn(grace), "ada")).isInstanceOf(NotYourChannel.class);
    }

    @Test
    void changesNothingWhereAFieldIsWrong() {
        assertThatThrownBy(() -> tell(new NewBroadcast("ftp://example.org/", null, null, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tell(new NewBroadcast(ADDRESS, "x".repeat(1_000_000), null, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tell(new NewBroadcast(ADDRESS, "Bread", "no-such", null)))
                .isInstanceOf(InvalidInput.class);

        assertThat(database.count("select count(*) from broadcasts")).isZero();
    }

    private static NewBroadcast from(String address) {
        return new NewBroadcast(address, null, null, null);
    }

    private ExternalBroadcasts.Told tell(NewBroadcast given) {
        return database.inTransaction(() -> external.tell(signedIn(ada), "ada", given));
    }

    private java.time.Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
