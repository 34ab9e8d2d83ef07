package streaming.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import streaming.oidc.Identity;

class SuggestedNameTest {

    @Test
    void takesWhatTheProviderCallsThem() {
        assertThat(suggest("Ada.Lovelace", "", "")).isEqualTo("ada_lovelace");
        assertThat(suggest("ada@company.example", "", "")).isEqualTo("ada");
        assertThat(suggest("", "grace.h+live@company.example", "")).isEqualTo("grace_h_live");
        assertThat(suggest("", "", "Zoë Müller")).isEqualTo("zoe_muller");
    }

    @Test
    void isNeverLongerThanANameMayBe() {
        assertThat(suggest("x".repeat(40), "", "")).hasSize(25);
        assertThat(suggest("x".repeat(40), "", "", "x".repeat(25))).isEqualTo("x".repeat(23) + "2");
    }

    @Test
    void countsOnFromWhatIsTaken() {
        assertThat(suggest("ada", "", "", "ada", "ada2")).isEqualTo("ada3");
    }

    @Test
    void isEmptyWhereNothingCanBeMadeOfIt() {
        assertThat(suggest("Я", "", "李")).isEmpty();
        assertThat(suggest("", "", "")).isEmpty();
    }

    private static String suggest(String username, String email, String name, String... taken) {
        var identity = new Identity("acme", "1", email, username, name, Set.of());
        return SuggestedName.of(identity, candidate -> !Set.of(taken).contains(candidate));
    }
}
