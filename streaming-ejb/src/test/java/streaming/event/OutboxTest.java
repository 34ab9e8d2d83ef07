package streaming.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelEdited;

class OutboxTest {

    final Outbox outbox = new Outbox();

    @Test
    void givesTogetherWhatWaitsInOrder() throws InterruptedException {
        IntStream.range(0, 3).forEach(n -> outbox.publish(message(n)));

        assertThat(outbox.take()).containsExactly(message(0), message(1), message(2));
        assertThat(outbox.take()).isEmpty();
    }

    @Test
    void tellsThatAChannelWentLiveAndOff() throws InterruptedException {
        outbox.tell(new LiveChanged("cooking", Instant.parse("2026-03-01T20:00:00Z")));
        outbox.tell(new LiveChanged("cooking", null));

        assertThat(outbox.take())
                .extracting(message -> ChannelEvent.of(message).body().toString())
                .containsExactly(
                        "{\"type\":\"live\",\"live\":true,\"startedAt\":\"2026-03-01T20:00:00Z\"}",
                        "{\"type\":\"live\",\"live\":false,\"startedAt\":null}");
    }

    @Test
    void tellsANewTitle() throws InterruptedException {
        outbox.tell(new ChannelEdited("cooking", "Bread"));

        assertThat(ChannelEvent.of(outbox.take().get(0)).body().toString())
                .isEqualTo("{\"type\":\"channel\",\"title\":\"Bread\"}");
    }

    @Test
    void letsTheOldestGoWhenTheBrokerIsAwayForLong() throws InterruptedException {
        IntStream.range(0, 100_001).forEach(n -> outbox.publish(message(n)));

        assertThat(outbox.take().get(0)).isEqualTo(message(1));
    }

    private static JsonObject message(int n) {
        return ChannelEvent.JSON.createObjectBuilder().add("n", n).build();
    }
}
