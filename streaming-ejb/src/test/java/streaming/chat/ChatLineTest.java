package streaming.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.caller.SignedIn;

class ChatLineTest {

    @Test
    void losesTheSpaceAroundIt() {
        assertThat(line("  hello  ").text()).isEqualTo("hello");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(line("🎬".repeat(500)).text()).hasSize(1_000);
        assertThatThrownBy(() -> line("🎬".repeat(501))).isInstanceOf(LineRefused.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "half \ud83c a pair"})
    void refusesWhatIsNoLine(String text) {
        assertThatThrownBy(() -> line(text)).isInstanceOf(LineRefused.class);
    }

    private static ChatLine line(String text) {
        var author = SignedIn.of(1, "ada");
        return new ChatLine(1, "cooking", UUID.randomUUID(), author, text, Instant.EPOCH, "session", null);
    }
}
