package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import streaming.caller.SignedIn;
import streaming.event.ChannelEvent;

/** The letter of the contract that clients are written against. */
class FramesTest {

    static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void greetsAnAnonymousViewerOfAChannelThatIsOff() {
        var stream = new ChannelEvent(
                "cooking",
                ChannelEvent.JSON.createObjectBuilder().add("title", "").build());

        assertThat(Frames.hello(stream, OnAir.OFF, 0, 7, null))
                .hasToString(
                        "{\"title\":\"\",\"type\":\"hello\",\"channel\":\"cooking\",\"live\":false,\"startedAt\":null,"
                                + "\"viewers\":0,\"seq\":7,\"you\":null}");
    }

    @Test
    void greetsSomebodyByName() {
        var stream = new ChannelEvent(
                "cooking",
                ChannelEvent.JSON
                        .createObjectBuilder()
                        .add("type", "channel")
                        .add("title", "Bread")
                        .add("tags", ChannelEvent.JSON.createArrayBuilder().add("rye"))
                        .build());

        assertThat(Frames.hello(stream, new OnAir(EIGHT, "/live/cooking/index.m3u8"), 3, 7, SignedIn.of(1, "ada")))
                .hasToString(
                        "{\"type\":\"hello\",\"title\":\"Bread\",\"tags\":[\"rye\"],\"channel\":\"cooking\",\"live\":true,"
                                + "\"startedAt\":\"2026-03-01T20:00:00Z\",\"hlsUrl\":\"/live/cooking/index.m3u8\",\"viewers\":3,\"seq\":7,\"you\":\"ada\"}");
    }

    @Test
    void joinsEventsIntoOneFrame() {
        assertThat(Frames.of(List.of(Frames.viewers(2), Frames.gap(4, 9))))
                .isEqualTo("{\"events\":[{\"type\":\"viewers\",\"count\":2},{\"type\":\"gap\",\"from\":4,\"to\":9}]}");
    }

    @Test
    void tellsARefusalWithTheClientsRef() {
        assertThat(Frames.error(new BadFrame("Send text frames."), "r1"))
                .hasToString("{\"type\":\"error\",\"code\":\"bad-frame\",\"detail\":\"Send text frames.\","
                        + "\"ref\":\"r1\"}");
    }
}
