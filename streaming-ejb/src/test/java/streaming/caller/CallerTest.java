package streaming.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    final Caller caller = new Caller();

    @Test
    void isNobodyUntilProved() {
        assertThat(caller.find()).isEmpty();
        assertThatThrownBy(caller::get).isInstanceOf(SignInRequired.class);
    }

    @Test
    void isNotTakenForNobodyWhileTheDatabaseIsAway() {
        caller.isUnknownFor(new IllegalStateException("no database"));

        assertThatThrownBy(caller::find).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(caller::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isWhoTheTokenProved() {
        var ada = SignedIn.of(1, "ada");

        caller.is(ada);

        assertThat(caller.get()).isEqualTo(ada);
    }

    @Test
    void aPersonalTokenMayDoWhatItNamesAndNoMore() {
        caller.is(new SignedIn(1, "ada", Set.of(Role.VIEWER), UUID.randomUUID(), Set.of(Scope.KEY_READ)));

        assertThat(caller.get(Scope.KEY_READ).username()).isEqualTo("ada");
        assertThatThrownBy(() -> caller.get(Scope.CHANNEL_EDIT))
                .isInstanceOf(ScopeRequired.class)
                .hasMessageContaining("channel:edit");
        assertThatThrownBy(caller::get).isInstanceOf(ScopeRequired.class);
    }
}
