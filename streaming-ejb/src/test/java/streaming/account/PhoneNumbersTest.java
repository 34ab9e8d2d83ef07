package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;

class PhoneNumbersTest {

    final PhoneNumbers numbers = new PhoneNumbers("de");

    @ParameterizedTest
    @CsvSource({
        "030 / 901820,      +4930901820",
        "+1 (212) 555-2368, +12125552368",
        "0044 20 7031 3000, +442070313000",
        "tel:+49-30-901820, +4930901820",
    })
    void givesEachNumberItsOneForm(String written, String normal) {
        assertThat(numbers.normal(written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no number", "12", "+49 1", "+999 123456789", "+1 212 555 2368 ext. 12 or so"})
    void refusesWhatIsNoNumber(String written) {
        assertThatThrownBy(() -> numbers.normal(written)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void takesNoNumberForNone() {
        assertThat(numbers.normal(null)).isNull();
        assertThat(numbers.normal("  ")).isNull();
    }

    @Test
    void refusesARegionThatThereIsNot() {
        assertThatThrownBy(() -> new PhoneNumbers("Germany")).isInstanceOf(IllegalArgumentException.class);
    }
}
