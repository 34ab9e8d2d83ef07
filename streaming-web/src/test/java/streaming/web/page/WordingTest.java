package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import streaming.restream.RestreamJson;

class WordingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Wording wording = new Wording();

    @ParameterizedTest
    @CsvSource({
        "PT0S,just started",
        "PT59S,just started",
        "PT1M,1 min",
        "PT59M59S,59 min",
        "PT1H,1 h 0 min",
        "PT26H5M,26 h 5 min"
    })
    void saysHowLong(Duration ago, String words) {
        assertThat(Wording.since(NOW.minus(ago), NOW)).isEqualTo(words);
    }

    @Test
    void saysNothingOfWhatIsNotOn() {
        assertThat(Wording.since(null, NOW)).isEmpty();
        assertThat(Wording.since(NOW.plusSeconds(3), NOW))
                .as("a clock that is ahead")
                .isEqualTo("just started");
    }

    @Test
    void countsInWords() {
        assertThat(wording.viewers(0)).isEqualTo("0 viewers");
        assertThat(wording.viewers(1)).isEqualTo("1 viewer");
        assertThat(wording.channels(0)).isEmpty();
        assertThat(wording.channels(2)).isEqualTo("2 channels");
    }

    @ParameterizedTest
    @CsvSource({"benw,8", "ana,4", "offline_olga,7"})
    void givesANameTheToneThatTheScriptsGiveIt(String name, int tone) {
        assertThat(wording.tone(name)).isEqualTo(tone);
    }

    @Test
    void saysHowTheSendingToAnotherServerDoes() {
        wording.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var trouble = "Nothing listens at this address.";

        assertThat(wording.restream(restream("off", null, null))).isEqualTo("Off");
        assertThat(wording.restream(restream("idle", null, null))).isEqualTo("Sent whenever you are live");
        assertThat(wording.restream(restream("connecting", null, null))).isEqualTo("Connecting…");
        assertThat(wording.restream(restream("connecting", trouble, null)))
                .isEqualTo("Connecting again. Last time: " + trouble);
        assertThat(wording.restream(restream("sending", null, null))).isEqualTo("Sending, 2 min");
        assertThat(wording.restream(restream("waiting", trouble, NOW.plusMillis(9500))))
                .isEqualTo(trouble + " Next try in 9 s.");
    }

    private static RestreamJson restream(String state, String trouble, Instant nextTryAt) {
        return new RestreamJson(
                null,
                "Other",
                "rtmp://live.example.org/app",
                true,
                state,
                NOW.minusSeconds(120),
                trouble,
                nextTryAt,
                NOW);
    }
}
