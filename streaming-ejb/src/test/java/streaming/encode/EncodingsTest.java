package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.Fence;
import streaming.channel.ChannelsOnTest;
import streaming.encode.Encodings.Held;
import streaming.ingest.IngestOnTest;
import streaming.shared.TestClock;

class EncodingsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Encodings encodings = new Encodings();
    IngestOnTest ingest;

    @BeforeEach
    void goLive() {
        encodings.dataSource = database.dataSource();
        encodings.clock = clock;
        var site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ingest = new IngestOnTest(database, clock, site);
        ingest.goLive(site.signUp("ada"), new Fence("local", "boot", 1));
        ingest.goLive(site.signUp("grace"), new Fence("local", "boot", 2));
    }

    @Test
    void givesEachBroadcastToOneNodeThatHasRoom() {
        assertThat(claim("one", 1)).containsExactly("ada");
        assertThat(claim("two", 0)).isEmpty();
        assertThat(encodings.findReport("grace").orElseThrow().held())
                .as("nobody has room")
                .isFalse();
        assertThat(claim("two", 5)).containsExactly("grace");
        assertThat(claim("one", 5)).as("its own, and nobody else's").containsExactly("ada");
    }

    @Test
    void goesToAnotherNodeWhenOneIsSilent() {
        var held = encodings.claim("one", 5);
        show(held, "#EXTM3U");
        assertThat(encodings.findPlaylist("ada")).contains("#EXTM3U");

        clock.advance(Encodings.LEASE.plusSeconds(1));
        assertThat(encodings.findPlaylist("ada")).as("of a silent node").isEmpty();
        assertThat(claim("two", 5)).containsExactlyInAnyOrder("ada", "grace");
        assertThat(claim("one", 5)).isEmpty();
        show(held, "late");
        assertThat(encodings.findPlaylist("ada")).as("from who lost it").isEmpty();
    }

    @Test
    void endsWithTheBroadcast() {
        show(encodings.claim("one", 5), "#EXTM3U");

        ingest.done(new Fence("local", "boot", 1));

        assertThat(claim("one", 5)).containsExactly("grace");
        assertThat(encodings.findPlaylist("ada")).isEmpty();
        encodings.purge();
        assertThat(database.count("select count(*) from encodings")).isEqualTo(1);
    }

    @Test
    void isGivenBack() {
        var held = encodings.claim("one", 5).get(0);

        encodings.release(held.broadcastId(), "two");
        assertThat(claim("two", 5)).isEmpty();
        encodings.release(held.broadcastId(), "one");
        assertThat(claim("two", 5)).containsExactly(held.channel());
        clock.advance(Duration.ofSeconds(1));
    }

    private void show(List<Held> held, String playlist) {
        held.forEach(one -> encodings.keep(one.broadcastId(), "one", "source, 360p", playlist, null));
    }

    private List<String> claim(String holder, int room) {
        return encodings.claim(holder, room).stream().map(Held::channel).toList();
    }
}
