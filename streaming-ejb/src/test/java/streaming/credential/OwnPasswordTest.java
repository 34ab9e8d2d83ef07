package streaming.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.account.AccountsOnTest.PASSWORD;
import static streaming.credential.CredentialsOnTest.ADDRESS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.mail.DeadLink;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class OwnPasswordTest {

    private static final String NEW_PASSWORD = "battery staple";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    CredentialsOnTest site;

    @BeforeEach
    void signUp() {
        site = new CredentialsOnTest(database, clock);
        site.mailed();
    }

    @Test
    void changesItForWhoeverKnowsTheOldOneAndTellsTheOwner() {
        change(PASSWORD, NEW_PASSWORD);

        assertThat(site.signsIn("ada", NEW_PASSWORD)).isTrue();
        assertThat(site.signsIn("ada", PASSWORD)).isFalse();
        assertThat(site.mailed()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Your password was changed");
            assertThat(mail.recipient()).isEqualTo(ADDRESS);
            assertThat(mail.text()).contains("1 March 2026, 20:00 UTC");
        });
    }

    @Test
    void refusesAWrongOldOneAndAShortNewOneByTheirFields() {
        assertThatThrownBy(() -> change("wrong", NEW_PASSWORD))
                .isInstanceOfSatisfying(WrongPassword.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("oldPassword"));
        assertThatThrownBy(() -> change(PASSWORD, "short"))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("password"));

        assertThat(site.signsIn("ada", PASSWORD)).isTrue();
        assertThat(database.count("select count(*) from audit_log where event = 'password-refused' and account_id = "
                        + site.ada.id()))
                .isPositive();
    }

    @Test
    void endsTheLinksThatWouldReplaceIt() {
        database.inTransaction(() -> site.resets.request(new AddressGiven(ADDRESS)));
        var link = site.mailedLink();

        change(PASSWORD, NEW_PASSWORD);

        assertThatThrownBy(() -> database.inTransaction(() -> site.resets.look(link)))
                .isInstanceOf(DeadLink.class);
    }

    private void change(String old, String chosen) {
        database.inTransaction(() -> site.password.change(site.ada, new PasswordChange(old, chosen)));
    }
}
