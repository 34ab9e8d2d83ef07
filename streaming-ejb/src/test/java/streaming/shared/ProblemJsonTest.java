package streaming.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {

    @Test
    void namesTheProblemAfterItsClass() {
        var json = ProblemJson.of(new InvalidInput("title", "Use at most 100 characters."));

        assertThat(json.type()).isEqualTo("/problems/invalid-input");
        assertThat(json.title()).isEqualTo("Invalid input");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.errors()).isEqualTo(List.of(new Problem.FieldError("title", "Use at most 100 characters.")));
    }

    @Test
    void hasNoErrorsWhereNoFieldIsWrong() {
        assertThat(ProblemJson.of("no-such-method", 405, "See Allow.").errors()).isNull();
    }
}
