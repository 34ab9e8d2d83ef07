package streaming.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.audit.AuditOnTest;
import streaming.caller.AdminRequired;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class AdminAccountsTest {

    private static final AccountChange DEACTIVATE = new AccountChange(false, null);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Caller caller = new Caller();
    final AdminAccounts admins = new AdminAccounts();
    final AuditTrail trail = new AuditTrail();
    final RecordedEvents<Banned> shutOut = new RecordedEvents<>();
    Accounts accounts;
    SignedIn ada;

    @BeforeEach
    void open() {
        accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        admins.entityManager = database.entityManager();
        admins.accounts = accounts;
        admins.validator = Validation.buildDefaultValidatorFactory().getValidator();
        admins.shutOut = shutOut;
        admins.audit = AuditOnTest.audit(database, clock, caller);
        trail.entityManager = database.entityManager();
        var account = signUp("ada");
        database.inTransaction(() -> accounts.get(account.id()).takeRoles(Set.of(Role.ADMIN)));
        ada = SignedIn.of(account.id(), "ada", Role.ADMIN);
        caller.is(ada);
        signUp("grace");
    }

    @Test
    void givesAndTakesRoles() {
        assertThat(change("grace", roles("staff", "moderator")).roles())
                .containsExactly("viewer", "moderator", "staff");
        assertThat(change("grace", roles("admin")).roles()).containsExactly("viewer", "admin");
        assertThat(change("grace", roles()).roles()).containsExactly("viewer");
        assertThat(change("grace", roles()).roles()).containsExactly("viewer");

        assertThat(log("roles-changed"))
                .extracting(AuditEntry::detail)
                .startsWith("viewer, admin to viewer", "viewer, moderator, staff to viewer, admin");
    }

    @Test
    void deactivatesAndTellsItOnce() {
        assertThat(change("grace", DEACTIVATE).active()).isFalse();
        change("grace", DEACTIVATE);

        assertThat(shutOut.fired()).containsExactly(new Banned("grace"));
        assertThat(change("grace", new AccountChange(true, null)).active()).isTrue();
    }

    @Test
    void keepsAnAdmin() {
        assertThatThrownBy(() -> change("ada", DEACTIVATE)).isInstanceOf(CannotChangeYourself.class);
        assertThatThrownBy(() -> change("ada", roles())).isInstanceOf(CannotChangeYourself.class);

        var grace = SignedIn.of(-1, "grace", Role.ADMIN); // was one a moment ago
        assertThatThrownBy(() -> database.inTransaction(() -> admins.change(grace, "ada", roles())))
                .isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> database.inTransaction(() -> admins.change(grace, "ada", DEACTIVATE)))
                .isInstanceOf(LastAdmin.class);
    }

    @Test
    void isForAdminsAndToBeSeenByStaff() {
        var staff = SignedIn.of(-1, "sue", Role.STAFF);
        var member = SignedIn.of(-2, "max", Role.MODERATOR);

        assertThat(admins.search(staff, "", 0, 10).total()).isEqualTo(2);
        assertThat(trail.find(staff, everything(), null, 1)).hasSize(1);
        assertThatThrownBy(() -> admins.search(member, "", 0, 10)).isInstanceOf(StaffRequired.class);
        assertThatThrownBy(() -> trail.find(member, everything(), null, 1)).isInstanceOf(StaffRequired.class);
        assertThatThrownBy(() -> admins.change(staff, "grace", DEACTIVATE)).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> change("nobody", DEACTIVATE)).isInstanceOf(NoSuchAccount.class);
        assertThatThrownBy(() -> change("grace", roles("god"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void searchesNamesAndAddresses() {
        signUp("g_hopper");

        assertThat(found("RACE")).containsExactly("grace");
        assertThat(found("hopper@")).containsExactly("g_hopper");
        assertThat(found("g_")).containsExactly("g_hopper");
        assertThat(found("%")).isEmpty();
        assertThat(admins.search(ada, "", 1, 2).items())
                .extracting(AdminAccount::username)
                .containsExactly("grace");
    }

    @Test
    void findsWhatWasNotedByEventAccountAndTime() {
        var begin = clock.instant();
        change("grace", DEACTIVATE);
        clock.advance(Duration.ofDays(1));
        change("grace", new AccountChange(true, null));

        assertThat(log("account-deactivated")).first().satisfies(entry -> {
            assertThat(entry.account()).isEqualTo("grace");
            assertThat(entry.actor()).isEqualTo("ada");
        });
        var ofGrace = new AuditFilter("", "Grace", begin, null);
        var latest = trail.find(ada, ofGrace, null, 1);
        assertThat(latest).extracting(AuditEntry::event).containsExactly("account-activated");
        assertThat(trail.find(ada, ofGrace, latest.get(0).id(), 1))
                .extracting(AuditEntry::event)
                .containsExactly("account-deactivated");
        assertThat(trail.find(ada, new AuditFilter("", "grace", clock.instant(), null), null, 9))
                .hasSize(1);
        assertThat(trail.find(ada, new AuditFilter("", "nobody", null, null), null, 9))
                .isEmpty();
        assertThat(trail.events(ada)).contains("signed-up", "account-activated");
    }

    private List<AuditEntry> log(String event) {
        return trail.find(ada, new AuditFilter(event, "", null, null), null, 50);
    }

    private List<String> found(String text) {
        return admins.search(ada, text, 0, 10).items().stream()
                .map(AdminAccount::username)
                .toList();
    }

    private AdminAccount change(String name, AccountChange change) {
        return database.inTransaction(() -> admins.change(ada, name, change));
    }

    private static AccountChange roles(String... names) {
        return new AccountChange(null, Set.of(names));
    }

    private static AuditFilter everything() {
        return new AuditFilter("", "", null, null);
    }

    private Account signUp(String name) {
        return database.inTransaction(
                () -> accounts.signUp(new SignUp(name, name + "@example.org", AccountsOnTest.PASSWORD)));
    }
}
