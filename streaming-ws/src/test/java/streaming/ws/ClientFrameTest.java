package streaming.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTest {

    @Test
    void readsWhatTheContractNames() {
        assertThat(ClientFrame.of("{\"type\":\"say\",\"text\":\"hi\",\"ref\":\"1\",\"from\":\"somebody else\"}"))
                .isEqualTo(new ClientFrame("say", null, "hi", "1"));
    }

    @Test
    void takesAFieldOfTheWrongTypeForMissing() {
        assertThat(ClientFrame.of("{\"type\":7,\"text\":null,\"ref\":{}}"))
                .isEqualTo(new ClientFrame(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "[]", "\"say\"", "7", "null", "{", "{\"type\":\"say\"", "{\"type\"}"})
    void refusesWhatIsNoJsonObject(String frame) {
        assertThatThrownBy(() -> ClientFrame.of(frame)).isInstanceOf(BadFrame.class);
    }

    @Test
    void refusesALongRef() {
        var frame = "{\"type\":\"say\",\"ref\":\"%s\"}".formatted("x".repeat(101));

        assertThatThrownBy(() -> ClientFrame.of(frame)).isInstanceOf(BadFrame.class);
    }
}
