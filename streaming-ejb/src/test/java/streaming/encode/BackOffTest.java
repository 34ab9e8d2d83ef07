package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void waitsLongerEachTimeAndNeverForLong() {
        var backOff = new BackOff(() -> 0.5);

        assertThat(backOff.afterFailure()).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.afterFailure()).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            backOff.afterFailure();
        }
        assertThat(backOff.afterFailure()).isEqualTo(Duration.ofMinutes(1));

        backOff.forget();
        assertThat(backOff.afterFailure()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void keepsManyThatFailTogetherApart() {
        assertThat(new BackOff(() -> 0).afterFailure()).isEqualTo(Duration.ofMillis(750));
        assertThat(new BackOff(() -> 1).afterFailure()).isEqualTo(Duration.ofMillis(1250));
    }
}
