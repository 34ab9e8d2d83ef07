package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @Test
    void readsAWholeNumberOrFallsBack() {
        assertThat(Parameter.whole("size", "20", 5L, 1, 20)).isEqualTo(20);
        assertThat(Parameter.whole("size", null, 5L, 1, 20)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "21", "1.5", "-1", "99999999999999999999"})
    void refusesByNameWhatIsNoNumberWithinTheBounds(String text) {
        assertThatThrownBy(() -> Parameter.whole("size", text, 5L, 1, 20))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .containsExactly(new Problem.FieldError("size", "Give a whole number from 1 to 20.")));
    }

    @Test
    void readsAFlag() {
        assertThat(Parameter.flag("live", "true")).isTrue();
        assertThat(Parameter.flag("live", "false")).isFalse();
        assertThat(Parameter.flag("live", null)).isNull();
        assertThatThrownBy(() -> Parameter.flag("live", "yes")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> Parameter.id("id", "nonsense")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parameter.id("id", null)).isInstanceOf(InvalidInput.class);
    }
}
