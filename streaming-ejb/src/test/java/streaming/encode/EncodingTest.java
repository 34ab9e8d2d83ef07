package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import streaming.encode.Encoding.Shown;
import streaming.encode.Encodings.Held;
import streaming.ingest.StreamHealth;
import streaming.shared.TestClock;

class EncodingTest {

    /** Says as ffmpeg does that it has come so far, and goes on. */
    private static final Program FLOWING =
            new Program(List.of("sh", "-c", "echo out_time_us=1000000; exec sleep 60"), Map.of(), Set.of());

    final TestClock clock = new TestClock();
    final Map<String, Instant> written = new HashMap<>();
    Optional<StreamHealth> health = Optional.empty();

    final Encoding encoding = new Encoding(
            new Held(1, "ada", "local"), Ladder.of("360p,audio"), () -> health, renditions -> FLOWING, clock);

    @AfterEach
    void end() throws InterruptedException {
        encoding.close();
        encoding.awaitEnd();
    }

    @Test
    void listsWhatFlowsAndNothingElse() throws InterruptedException {
        health = Optional.of(source(720));
        lookAfterUntilFlowing();
        assertThat(shown()).as("nothing is packaged yet").isEmpty();

        written.put("source", clock.instant());
        written.put("360p", clock.instant());
        var both = shown().orElseThrow();
        assertThat(both.names()).isEqualTo("source, 360p");
        assertThat(both.playlist()).contains("/live/ada/360p/").doesNotContain("audio");
        assertThat(shown()).as("nothing new").isEmpty();

        clock.advance(Duration.ofSeconds(16));
        written.put("source", clock.instant());
        assertThat(shown().map(Shown::names)).as("what stands still goes").contains("source");
    }

    @Test
    void leavesItsRoomWhereTheSourceIsSmall() {
        assertThat(encoding.takesRoom()).as("not known yet").isTrue();
        encoding.lookAfter();
        assertThat(shown()).isEmpty();

        health = Optional.of(new StreamHealth(Duration.ofSeconds(3), 500, 0, picture(240), null));
        encoding.lookAfter();

        assertThat(encoding.takesRoom()).isFalse();
        assertThat(shown().orElseThrow().trouble()).contains("no larger");
    }

    private void lookAfterUntilFlowing() throws InterruptedException {
        for (int i = 0; i < 500 && !encoding.isFlowing(); i++) {
            encoding.lookAfter();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(encoding.isFlowing()).isTrue();
    }

    private Optional<Shown> shown() {
        return encoding.changed(rendition -> Optional.ofNullable(written.get(rendition.name())));
    }

    private static StreamHealth source(int height) {
        var audio = new StreamHealth.Audio("AAC", "LC", 44100, 2);
        return new StreamHealth(Duration.ofSeconds(3), 3000, 0, picture(height), audio);
    }

    private static StreamHealth.Video picture(int height) {
        return new StreamHealth.Video("H264", "High", "4.0", height * 16 / 9, height, 30);
    }
}
