package streaming.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");
    static final Instant NINE = Instant.parse("2026-03-01T21:00:00Z");

    final Broadcast broadcast = new Broadcast();

    @Test
    void isLiveFromItsStart() {
        assertThat(broadcast.state()).isEqualTo(BroadcastState.LIVE);
    }

    @Test
    void endsOnlyOnce() {
        broadcast.end(EIGHT);
        broadcast.end(NINE);

        assertThat(broadcast.state()).isEqualTo(BroadcastState.ENDED);
        assertThat(broadcast.endedAt()).isEqualTo(EIGHT);
    }
}
