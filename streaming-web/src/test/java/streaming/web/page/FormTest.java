package streaming.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import streaming.caller.SignInRequired;
import streaming.shared.InvalidInput;
import streaming.shared.Problem.FieldError;

class FormTest {

    private final Form form = new Form(List.of("username", "email"), Map.of("username", "a", "email", "b"));

    @Test
    void keepsWhatWasTyped() {
        assertThat(form.value("username")).isEqualTo("a");
        assertThat(form.value("password")).isEmpty();
        assertThat(form.isRefused()).isFalse();
    }

    @Test
    void putsTheCursorIntoTheFirstWrongFieldOfThePage() {
        form.refuse(
                new InvalidInput(List.of(new FieldError("email", "No."), new FieldError("username", "Too short."))));

        assertThat(form.first("username")).isTrue();
        assertThat(form.first("email")).isFalse();
        assertThat(form.error("email")).isEqualTo("No.");
        assertThat(form.getWhole()).isEmpty();
    }

    @Test
    void showsAboveTheFieldsWhatConcernsNoneOfThem() {
        form.refuse(new SignInRequired());

        assertThat(form.getWhole()).isEqualTo(new SignInRequired().getMessage());
        assertThat(form.isRefused()).isTrue();
    }

    @Test
    void joinsTwoComplaintsAboutOneField() {
        form.refuse(new InvalidInput(List.of(new FieldError("email", "One."), new FieldError("email", "Two."))));

        assertThat(form.error("email")).isEqualTo("One. Two.");
    }
}
