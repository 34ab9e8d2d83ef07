package streaming.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static streaming.account.AccountsOnTest.PASSWORD;
import static streaming.credential.CredentialsOnTest.ADDRESS;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.mail.DeadLink;
import streaming.mail.MailsOnTest.Received;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class PasswordResetsTest {

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
    void replacesThePasswordEndsEverySignInAndTellsTheOwner() {
        database.inTransaction(() -> site.site.open(site.accounts.get(site.ada.id())));
        request("Ada@Example.org");

        reset(site.mailedLink(), NEW_PASSWORD);

        assertThat(site.signsIn("ada", NEW_PASSWORD)).isTrue();
        assertThat(site.signsIn("ada", PASSWORD)).isFalse();
        assertThat(database.count("select count(*) from sign_ins where ended_at is null"))
                .isZero();
        assertThat(site.mailed()).extracting(Received::subject).containsExactly("Your password was changed");
    }

    @Test
    void worksOnce() {
        request(ADDRESS);
        request(ADDRESS);
        var links = site.mailed();

        reset(new LinkToken(links.get(0).token()), NEW_PASSWORD);

        for (var link : links) {
            assertThatThrownBy(() -> reset(new LinkToken(link.token()), "yet another one"))
                    .isInstanceOf(DeadLink.class);
        }
    }

    @Test
    void worksForAnHour() {
        request(ADDRESS);
        var link = site.mailedLink();
        clock.advance(Duration.ofMinutes(59));
        assertThat(look(link)).isEqualTo("ada");

        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> look(link)).isInstanceOf(DeadLink.class);
        assertThatThrownBy(() -> reset(link, NEW_PASSWORD)).isInstanceOf(DeadLink.class);
    }

    @Test
    void aRefusedPasswordDoesNotUseTheLinkUp() {
        request(ADDRESS);
        var link = site.mailedLink();

        assertThatThrownBy(() -> reset(link, "short")).isInstanceOf(InvalidInput.class);

        reset(link, NEW_PASSWORD);
    }

    @Test
    void tellsAnUnknownAddressByMailThatItHasNoAccount() {
        request("nobody@example.org");

        assertThat(site.mailed())
                .extracting(Received::recipient, Received::subject)
                .containsExactly(tuple("nobody@example.org", "There is no account with this address"));
    }

    @Test
    void aLinkForAnotherPurposeResetsNothing() {
        database.inTransaction(() -> site.addresses.sendAgain(site.ada));
        var confirmation = site.mailedLink();

        assertThatThrownBy(() -> reset(confirmation, NEW_PASSWORD)).isInstanceOf(DeadLink.class);

        database.inTransaction(() -> site.addresses.confirm(confirmation));
    }

    @Test
    void provesTheAddress() {
        request(ADDRESS);

        reset(site.mailedLink(), NEW_PASSWORD);

        assertThat(site.account().isEmailConfirmed()).isTrue();
    }

    private void request(String address) {
        database.inTransaction(() -> site.resets.request(new AddressGiven(address)));
    }

    private String look(LinkToken link) {
        return database.inTransaction(() -> site.resets.look(link));
    }

    private void reset(LinkToken link, String password) {
        database.inTransaction(() -> site.resets.reset(new PasswordReset(link.token(), password)));
    }
}
