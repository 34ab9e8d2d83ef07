package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;
import streaming.shared.Problem.FieldError;

class PasswordRulesTest {

    final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "olive tree garden",
                "4827364519x",
                "ada in wonderland",
                "example.org rocks",
                "adnilevol 93 xyz"
            })
    void takesWhatIsHardToGuess(String password) {
        assertThatCode(() -> rules.check(password, "ada", "ada.lovelace@example.org"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "short,               Use 10 to 200 characters.",
        "4827364519,          Use more than digits.",
        "1234567890,          Use more than digits.; This is one of the commonest passwords",
        "Basketball,          This is one of the commonest passwords",
        "q1w2e3r4t5,          This is one of the commonest passwords",
        "my AdaLovelace 1815, This is too similar to your username",
        "adalovelase,         This is too similar to your username",
        "ada1love2lace,       This is too similar to your username",
        "countess@byron,      This is too similar to your e-mail address",
        "XxCountessxX,        This is too similar to your e-mail address",
    })
    void saysWhichRuleIsBroken(String password, String messages) {
        assertThatThrownBy(() -> rules.check(password, "adalovelace", "countess.byron@example.org"))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.errors()).extracting(FieldError::field).containsOnly("password");
                    var expected = List.of(messages.split("; ", -1));
                    assertThat(refusal.errors()).hasSameSizeAs(expected);
                    expected.forEach(message -> assertThat(refusal.errors())
                            .anySatisfy(error -> assertThat(error.message()).startsWith(message)));
                });
    }

    @Test
    void measuresSimilarityFromNothingToAll() {
        assertThat(PasswordRules.similarity("abcdefghij", "abcdefghij")).isEqualTo(1);
        assertThat(PasswordRules.similarity("abcdefghij", "klmnopqrst")).isZero();
        assertThat(PasswordRules.similarity("abcdefghij", "abcdefg")).isCloseTo(14 / 17.0, within(1e-9));
        assertThat(PasswordRules.similarity("", "abc")).isZero();
    }
}
