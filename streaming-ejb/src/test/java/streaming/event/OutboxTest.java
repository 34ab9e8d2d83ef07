package streaming.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import streaming.broadcast.LiveChanged;
import streaming.channel.ChannelEdited;
import streaming.channel.ChannelJson;

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
        outbox.tell(LiveChanged.off("cooking"));

        assertThat(outbox.take())
                .extracting(message -> ChannelEvent.of(message).body().toString())
                .containsExactly(
                        "{\"type\":\"live\",\"live\":true,\"startedAt\":\"2026-03-01T20:00:00Z\","
                                + "\"hlsUrl\":\"/live/cooking/index.m3u8\"}",
                        "{\"type\":\"live\",\"live\":false,\"startedAt\":null}");
    }

    @Test
    void tellsWhatAChannelSaysNow() throws InterruptedException {
        var channel = new ChannelJson(
                "cooking",
                "Bread",
                "",
                "en",
                "food",
                "Food",
                List.of("rye"),
                List.of(),
                false,
                null,
                null,
                0,
                0,
                null,
                0,
                0,
                Instant.EPOCH,
                "",
                0,
                null,
                null,
                1,
                "public");

        outbox.tell(new ChannelEdited(channel));

        assertThat(ChannelEvent.of(outbox.take().get(0)).body().toString())
                .isEqualTo("{\"type\":\"channel\",\"title\":\"Bread\",\"tags\":[\"rye\"],"
                        + "\"category\":{\"slug\":\"food\",\"name\":\"Food\"}}");
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
