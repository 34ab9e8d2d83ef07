package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.account.AccountsOnTest.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import streaming.TestDatabase;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.TestClock;

class AccountsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    Accounts accounts;

    @BeforeEach
    void open() {
        accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
    }

    @Test
    void signsUpUnderALowerCaseName() {
        var account = signUp("Ada_L", "Ada@Example.org");

        assertThat(account.username()).isEqualTo("ada_l");
        assertThat(accounts.findByUsername("ADA_L")).isPresent();
        assertThat(database.count("select count(*) from profiles")).isEqualTo(1);
    }

    @Test
    void keepsNoPassword() {
        signUp("ada", "ada@example.org");

        assertThat(database.count("select count(*) from accounts where password_hash = '" + PASSWORD + "'"))
                .isZero();
    }

    @Test
    void refusesANameThatIsTakenInAnyCase() {
        signUp("ada", "ada@example.org");

        assertThatThrownBy(() -> signUp("ADA", "other@example.org")).isInstanceOf(UsernameTaken.class);
        assertThat(database.count("select count(*) from accounts")).isEqualTo(1);
    }

    @Test
    void refusesAnAddressThatIsTakenInAnyCase() {
        signUp("ada", "ada@example.org");

        assertThatThrownBy(() -> signUp("grace", "ADA@example.org")).isInstanceOf(EmailTaken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ab,                          a@example.org, correct horse, username",
        "abcdefghijklmnopqrstuvwxyz,  a@example.org, correct horse, username",
        "with-dash,                   a@example.org, correct horse, username",
        "ädä,                         a@example.org, correct horse, username",
        "admin,                       a@example.org, correct horse, username",
        "LIVE,                        a@example.org, correct horse, username",
        ",                            a@example.org, correct horse, username",
        "ada,                         nonsense,      correct horse, email",
        "ada,                         ,              correct horse, email",
        "ada,                         a@example.org, short,         password",
        "ada,                         a@example.org, ,              password",
    })
    void refusesBadInputByItsField(String username, String email, String password, String field) {
        assertThatThrownBy(() -> database.inTransaction(() -> accounts.signUp(new SignUp(username, email, password))))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(Problem.FieldError::field)
                        .containsExactly(field));
    }

    private Account signUp(String username, String email) {
        return database.inTransaction(() -> accounts.signUp(new SignUp(username, email, PASSWORD)));
    }
}
