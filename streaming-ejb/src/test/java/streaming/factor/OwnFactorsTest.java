package streaming.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.account.AccountsOnTest.PASSWORD;
import static streaming.passkey.PasskeysOnTest.SITE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.AccountStanding;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.mail.MailsOnTest;
import streaming.passkey.Authenticator;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class OwnFactorsTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    FactorsOnTest site;
    SignedIn ada;

    @BeforeEach
    void open() {
        var accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        site = new FactorsOnTest(database, clock, accounts, AuditOnTest.audit(database, clock, new Caller()));
        ada = SignedIn.of(
                database.inTransaction(() -> accounts.signUp(new SignUp("ada", "ada@example.org", PASSWORD)))
                        .id(),
                "ada");
    }

    @Test
    void anAppCountsOnceItsFirstCodeWasGiven() {
        database.inTransaction(() -> site.apps.start(ada));
        assertThat(has()).isFalse();
        assertThatThrownBy(() -> database.inTransaction(() -> site.ownFactors.confirmApp(ada, "000000x")))
                .isInstanceOf(WrongCode.class);

        assertThat(confirm()).hasSize(10).doesNotHaveDuplicates();

        assertThat(has()).isTrue();
        assertThat(database.inTransaction(() -> site.apps.findUnconfirmed(ada))).isEmpty();
    }

    @Test
    void aKeyThatWasNotConfirmedIsReplacedAndOneThatWasIsNot() {
        database.inTransaction(() -> site.apps.start(ada));
        var first = site.code(ada.id());
        database.inTransaction(() -> site.apps.start(ada));
        assertThat(site.code(ada.id())).isNotEqualTo(first);

        confirm();
        var confirmed = site.code(ada.id());
        database.inTransaction(() -> site.apps.start(ada));

        assertThat(site.code(ada.id())).isEqualTo(confirmed);
    }

    @Test
    void aCodeCountsOnce() {
        setUp();
        clock.advance(AppKey.STEP);
        var code = site.code(ada.id());

        assertThat(accepts(code)).isTrue();
        assertThat(accepts(code)).isFalse();
        clock.advance(AppKey.STEP);
        assertThat(accepts(" " + site.code(ada.id()).replaceAll("(...)", "$1 ")))
                .isTrue();
    }

    @Test
    void aRecoveryCodeCountsOnceHoweverItIsTyped() {
        var codes = setUp();

        assertThat(accepts(codes.get(0))).isTrue();
        assertThat(accepts(codes.get(0))).isFalse();
        assertThat(accepts(codes.get(1).toUpperCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(get().recoveryCodes()).isEqualTo(8);
        assertThat(accepts("")).isFalse();
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        var old = setUp();

        var codes = database.inTransaction(() -> site.ownFactors.renewRecoveryCodes(ada, PASSWORD));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(accepts(old.get(0))).isFalse();
        assertThat(accepts(codes.get(0))).isTrue();
    }

    @Test
    void takesNothingAwayWithoutThePassword() {
        setUp();

        assertThatThrownBy(() -> database.inTransaction(() -> site.ownFactors.removeApp(ada, "wrong")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> database.inTransaction(() -> site.ownFactors.renewRecoveryCodes(ada, "")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> database.inTransaction(() -> site.ownFactors.removePasskey(ada, 1, "wrong")))
                .isInstanceOf(InvalidInput.class);

        assertThat(has()).isTrue();
    }

    @Test
    void withTheLastFactorGoTheRecoveryCodes() {
        var codes = setUp();
        assertThat(addPasskey()).isEmpty();

        database.inTransaction(() -> site.ownFactors.removeApp(ada, PASSWORD));
        assertThat(get().recoveryCodes()).isEqualTo(10);
        long id = get().passkeys().get(0).id();
        database.inTransaction(() -> site.ownFactors.removePasskey(ada, id, PASSWORD));

        assertThat(has()).isFalse();
        assertThat(get().recoveryCodes()).isZero();
        assertThat(accepts(codes.get(0))).isFalse();
    }

    @Test
    void aPasskeyAsTheFirstFactorBringsRecoveryCodes() {
        assertThat(addPasskey()).hasSize(10);
        assertThat(has()).isTrue();
    }

    @Test
    void tellsTheOwnerByMailWhatChanged() {
        setUp();
        addPasskey();
        database.inTransaction(() -> site.ownFactors.removeApp(ada, PASSWORD));

        assertThat(MailsOnTest.send(database, site.mails))
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.recipient()).isEqualTo("ada@example.org"))
                .extracting(MailsOnTest.Received::text)
                .anySatisfy(text -> assertThat(text).contains("the passkey \"Phone\" was added at 1 March 2026"));
    }

    @Test
    void anAdminWithoutASecondFactorIsNoneWhereOneIsRequired() {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update accounts set admin = true")
                .executeUpdate());
        assertThat(roles()).contains(Role.ADMIN);

        site.requireOfAdmins();
        assertThat(roles()).containsExactly(Role.VIEWER);
        setUp();

        assertThat(roles()).contains(Role.ADMIN);
    }

    @Test
    void whatIsKeptTellsNobodyTheKeyNorTheCodes() {
        var codes = setUp();

        assertThat(database.count("select count(*) from recovery_codes where encode(hash, 'escape') like '%"
                        + codes.get(0) + "%'"))
                .isZero();
        assertThat(database.count("select octet_length(sealed_key) from authenticator_apps"))
                .isEqualTo(12 + 20 + 16);
    }

    private List<String> setUp() {
        database.inTransaction(() -> site.apps.start(ada));
        return confirm();
    }

    private List<String> confirm() {
        var code = site.code(ada.id());
        return database.inTransaction(() -> site.ownFactors.confirmApp(ada, code));
    }

    private List<String> addPasskey() {
        return database.inTransaction(() -> {
            var challenge = site.passkeys.challenges.issue();
            var options = site.passkeys.passkeys.optionsToMake(ada, challenge, SITE);
            var answer = new Authenticator().create(options, SITE.origin());
            return site.ownFactors.addPasskey(ada, "Phone", answer, challenge, SITE);
        });
    }

    private boolean has() {
        return database.inTransaction(() -> site.secondFactors.has(ada.id()));
    }

    private FactorsJson get() {
        return database.inTransaction(() -> site.ownFactors.get(ada));
    }

    private boolean accepts(String code) {
        return database.inTransaction(() -> site.secondFactors.accepts(ada.id(), code));
    }

    private Set<Role> roles() {
        return database.inTransaction(() -> {
            var accounts = site.ownFactors.accounts;
            return site.secondFactors
                    .judge(ada.id(), accounts.findStanding(ada.id()))
                    .map(AccountStanding::roles)
                    .orElseThrow();
        });
    }
}
