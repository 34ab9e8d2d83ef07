package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallerTest {

    final Caller caller = new Caller();

    @Test
    void isNobodyUntilProved() {
        assertThat(caller.find()).isEmpty();
        assertThatThrownBy(caller::get).isInstanceOf(SignInRequired.class);
        assertThatThrownBy(caller::proof).isInstanceOf(SignInRequired.class);
    }

    @Test
    void isNotTakenForNobodyWhileTheDatabaseIsAway() {
        caller.isUnknownFor(new IllegalStateException("no database"));

        assertThatThrownBy(caller::find).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(caller::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isWhoTheTokenProved() {
        var ada = new SignedIn(1, "ada", false, false);

        caller.is(ada, "token");

        assertThat(caller.get()).isEqualTo(ada);
        assertThat(caller.proof()).isEqualTo("token");
    }
}
