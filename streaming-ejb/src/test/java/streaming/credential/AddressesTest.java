package streaming.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static streaming.account.AccountsOnTest.PASSWORD;
import static streaming.credential.CredentialsOnTest.ADDRESS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.EmailTaken;
import streaming.mail.DeadLink;
import streaming.mail.MailsOnTest.Received;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class AddressesTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    CredentialsOnTest site;

    @BeforeEach
    void signUp() {
        site = new CredentialsOnTest(database, clock);
    }

    @Test
    void aNewAccountIsMailedALinkThatConfirmsItsAddress() {
        var link = site.mailedLink();
        assertThat(site.account().isEmailConfirmed()).isFalse();

        confirm(link);

        assertThat(site.account().isEmailConfirmed()).isTrue();
        assertThatThrownBy(() -> confirm(link)).isInstanceOf(DeadLink.class);
    }

    @Test
    void lookingAtALinkChangesNothing() {
        var link = site.mailedLink();

        assertThat(look(link)).isEqualTo(ADDRESS);
        assertThat(look(link)).isEqualTo(ADDRESS);

        assertThat(site.account().isEmailConfirmed()).isFalse();
    }

    @Test
    void aLinkDiesAfterItsTime() {
        var link = site.mailedLink();

        clock.advance(Duration.ofDays(3));

        assertThatThrownBy(() -> look(link)).isInstanceOf(DeadLink.class);
        assertThatThrownBy(() -> confirm(link)).isInstanceOf(DeadLink.class);
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        site.mailedLink();

        assertThat(database.count("select count(*) from mail_links where octet_length(hash) = 32"))
                .isEqualTo(1);
    }

    @Test
    void anotherLinkLeavesTheFirstOneWorking() {
        var first = site.mailedLink();
        database.inTransaction(() -> site.addresses.sendAgain(site.ada));
        var second = site.mailedLink();

        confirm(first);

        assertThatThrownBy(() -> confirm(second)).isInstanceOf(DeadLink.class);
    }

    @Test
    void hasNothingToConfirmForWhomIsConfirmed() {
        confirm(site.mailedLink());

        database.inTransaction(() -> site.addresses.sendAgain(site.ada));

        assertThat(site.mailed()).isEmpty();
    }

    @Test
    void answersAStrangersQuestionForALinkByMailAlone() {
        site.signUp("grace");
        confirm(new LinkToken(site.mailed().get(0).token()));

        for (var name : List.of("ada", "grace", "nobody")) {
            database.inTransaction(() -> site.addresses.sendAgain(new AddressGiven(name + "@example.org")));
        }

        assertThat(site.mailed())
                .extracting(Received::subject)
                .containsExactly(
                        "You have an account already", "Confirm your address", "There is no account with this address");
    }

    @Test
    void changesTheAddressOnceTheNewOneIsConfirmedAndTellsTheOldOne() {
        confirm(site.mailedLink());
        requestChange("new@example.org");
        assertThat(site.account().email()).isEqualTo(ADDRESS);

        confirm(site.mailedLink());

        assertThat(site.account().email()).isEqualTo("new@example.org");
        assertThat(site.account().isEmailConfirmed()).isTrue();
        assertThat(site.mailed())
                .extracting(Received::subject, Received::recipient)
                .containsExactly(tuple("Your account has another address", ADDRESS));
    }

    @Test
    void changesNothingWithoutThePassword() {
        site.mailed();

        assertThatThrownBy(() -> database.inTransaction(
                        () -> site.addresses.requestChange(site.ada, new AddressChange("new@example.org", "wrong"))))
                .isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> database.inTransaction(
                        () -> site.addresses.requestChange(site.ada, new AddressChange("nonsense", PASSWORD))))
                .isInstanceOf(InvalidInput.class);

        assertThat(site.mailed()).isEmpty();
    }

    @Test
    void theLastWishedAddressCounts() {
        site.mailed();
        requestChange("mistyped@example.org");
        var mistyped = site.mailedLink();
        requestChange("right@example.org");

        assertThatThrownBy(() -> confirm(mistyped)).isInstanceOf(DeadLink.class);
        confirm(site.mailedLink());

        assertThat(site.account().email()).isEqualTo("right@example.org");
    }

    @Test
    void tellsTheOwnerOfATakenAddressAndNobodyElse() {
        site.signUp("grace");
        site.mailed();

        requestChange("GRACE@example.org");
        database.inTransaction(() -> site.addresses.tellTaken(new AddressGiven(ADDRESS)));

        assertThat(site.mailed()).extracting(Received::subject).containsOnly("You have an account already");
    }

    @Test
    void refusesAnAddressThatSomebodyElseGotMeanwhile() {
        site.mailed();
        requestChange("grace@example.org");
        var link = site.mailedLink();
        site.signUp("grace");

        assertThatThrownBy(() -> confirm(link)).isInstanceOf(EmailTaken.class);

        assertThat(site.account().email()).isEqualTo(ADDRESS);
    }

    @Test
    void aLinkToTheOldAddressConfirmsNothingAfterAChange() {
        var old = site.mailedLink();
        requestChange("new@example.org");
        confirm(site.mailedLink());

        assertThatThrownBy(() -> confirm(old)).isInstanceOf(DeadLink.class);
    }

    @Test
    void whatHappensIsInTheAuditLog() {
        var before = database.count("select coalesce(max(id), 0) from audit_log");
        confirm(site.mailedLink());
        requestChange("new@example.org");
        confirm(site.mailedLink());

        assertThat(database.count("select count(distinct event) from audit_log where account_id = %d and id > %d"
                        .formatted(site.ada.id(), before)))
                .isEqualTo(3);
    }

    private void requestChange(String address) {
        database.inTransaction(() -> site.addresses.requestChange(site.ada, new AddressChange(address, PASSWORD)));
    }

    private void confirm(LinkToken link) {
        database.inTransaction(() -> site.addresses.confirm(link));
    }

    private String look(LinkToken link) {
        return database.inTransaction(() -> site.addresses.look(link));
    }
}
