package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import streaming.caller.SignedIn;

/** The letter of the contract that clients are written against. */
class FramesTest {

    static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void greetsAnAnonymousViewerOfAChannelThatIsOff() {
        assertThat(Frames.hello("cooking", "", OnAir.OFF, 0, 7, null))
                .hasToString(
                        "{\"type\":\"hello\",\"channel\":\"cooking\",\"title\":\"\",\"live\":false,\"startedAt\":null,"
                                + "\"viewers\":0,\"seq\":7,\"you\":null}");
    }

    @Test
    void greetsSomebodyByName() {
        assertThat(Frames.hello(
                        "cooking", "Bread", new OnAir(EIGHT, "/live/cooking/index.m3u8"), 3, 7, SignedIn.of(1, "ada")))
                .hasToString(
                        "{\"type\":\"hello\",\"channel\":\"cooking\",\"title\":\"Bread\",\"live\":true,"
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
