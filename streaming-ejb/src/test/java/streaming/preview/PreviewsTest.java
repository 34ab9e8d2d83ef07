package streaming.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.audience.AudienceOnTest;
import streaming.broadcast.Fence;
import streaming.channel.ChannelsOnTest;
import streaming.ingest.IngestOnTest;
import streaming.shared.TestClock;

class PreviewsTest {

    static final Duration PERIOD = Duration.ofSeconds(30);
    static final String STILL = "0".repeat(32) + ".jpg";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Previews previews = new Previews();
    ChannelsOnTest site;
    IngestOnTest ingest;

    @BeforeEach
    void open() {
        previews.dataSource = database.dataSource();
        previews.clock = clock;
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        ingest = new IngestOnTest(database, clock, site);
    }

    @Test
    void takesOneStillOfEachLiveChannelAPeriod() {
        goLive("ada", 1);
        goLive("grace", 2);

        assertThat(claim()).isEqualTo("ada");
        assertThat(claim()).isEqualTo("grace");
        assertThat(claim()).isNull();

        clock.advance(PERIOD);
        assertThat(claim()).isNotNull();
    }

    @Test
    void waitsForTheFirstSegment() {
        ingest.goLive(site.signUp("ada"), new Fence("local", "boot", 1));

        assertThat(claim()).isNull();
    }

    @Test
    void isShownWithItsBroadcastAndGoesWithIt() {
        goLive("ada", 1);
        var due = previews.claim(PERIOD).orElseThrow();
        previews.keep(due, STILL);

        assertThat(preview()).isEqualTo("/images/preview/" + STILL);
        clock.advance(PERIOD);
        assertThat(previews.claim(PERIOD)).contains(due);
        assertThat(preview()).as("the old one, until there is a new one").isEqualTo("/images/preview/" + STILL);

        ingest.done(new Fence("local", "boot", 1));
        assertThat(preview()).isNull();
    }

    @Test
    void doesNotCarryAStillIntoTheNextBroadcast() {
        var ada = site.signUp("ada");
        ingest.goLive(ada, new Fence("local", "boot", 1));
        clock.advance(Duration.ofSeconds(4));
        var late = previews.claim(PERIOD).orElseThrow();
        ingest.done(new Fence("local", "boot", 1));
        ingest.goLive(ada, new Fence("local", "boot", 2));
        clock.advance(Duration.ofSeconds(4));

        assertThat(claim()).as("at once, although the last is young").isEqualTo("ada");
        previews.keep(late, STILL);

        assertThat(preview()).isNull();
    }

    private void goLive(String name, long client) {
        ingest.goLive(site.signUp(name), new Fence("local", "boot", client));
        clock.advance(Duration.ofSeconds(4));
    }

    private String claim() {
        return previews.claim(PERIOD).map(DuePreview::channel).orElse(null);
    }

    private String preview() {
        var one = database.inTransaction(() -> site.channels.get("ada").preview());
        var listed = database.inTransaction(() -> site.channels.live()).stream()
                .filter(channel -> channel.name().equals("ada"))
                .findFirst();
        assertThat(listed.map(channel -> channel.preview())).isEqualTo(java.util.Optional.ofNullable(one));
        return one;
    }
}
