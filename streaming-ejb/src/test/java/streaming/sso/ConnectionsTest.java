package streaming.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.account.EmailTaken;
import streaming.account.ProfilesOnTest;
import streaming.account.SignUp;
import streaming.account.SignUpWithoutPassword;
import streaming.account.UsernameTaken;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.oidc.Identity;
import streaming.oidc.Provider;
import streaming.oidc.ProviderOnTest;
import streaming.passkey.PasskeysOnTest;
import streaming.shared.TestClock;

class ConnectionsTest {

    private static final Provider ACME = ProviderOnTest.provider("acme", Map.of("title", "ACME"));
    private static final Provider WORK = ProviderOnTest.provider("work", Map.of("sign-up", "false"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Connections connections = new Connections();
    Accounts accounts;

    @BeforeEach
    void open() {
        accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        connections.entityManager = database.entityManager();
        connections.accounts = accounts;
        connections.addresses = AccountsOnTest.addressConfig("optional");
        connections.passkeys =
                new PasskeysOnTest(database, clock, AuditOnTest.audit(database, clock, new Caller())).passkeys;
        connections.config = new SsoConfig();
        connections.config.signUps = ProfilesOnTest.config(Map.of());
        connections.config.site = URI.create("https://live.example/");
        connections.audit = AuditOnTest.audit(database, clock, new Caller());
        connections.clock = clock;
    }

    @Test
    void signsInWhoCameOnceBefore() {
        var account = signUp(ada(), "ada");

        assertThat(signIn(ada()).map(Account::id)).contains(account.id());
        assertThat(signIn(new Identity("work", "ada-1", "", "", "", Set.of()))).isEmpty();
        assertThat(account.hasPassword()).isFalse();
        assertThat(account.isEmailConfirmed()).isTrue();
    }

    @Test
    void knowsSomebodyByTheirSubjectAlone() {
        var account = signUp(ada(), "ada");

        var renamed = new Identity("acme", "ada-1", "countess@acme.example", "countess", "", Set.of());
        assertThat(signIn(renamed).map(Account::id)).contains(account.id());
        assertThat(list(account)).extracting(ConnectionJson::label).containsExactly("countess@acme.example");

        var impostor = new Identity("acme", "ada-2", "ada@acme.example", "ada", "", Set.of());
        assertThat(signIn(impostor)).isEmpty();
    }

    @Test
    void makesNoSecondAccountForANameAnAddressOrAnIdentity() {
        signUp(ada(), "ada");

        assertThatThrownBy(() -> signUp(ada(), "ada2")).isInstanceOf(IdentityTaken.class);
        assertThatThrownBy(() -> signUp(eve("eve@acme.example"), "ada")).isInstanceOf(UsernameTaken.class);
        assertThatThrownBy(() -> signUp(eve("ADA@acme.example"), "eve")).isInstanceOf(EmailTaken.class);
    }

    @Test
    void knowsWhichAddressHasAnAccount() {
        signUp(ada(), "ada");

        assertThat(knowsAddressOf(eve("Ada@ACME.example"))).isTrue();
        assertThat(knowsAddressOf(eve("eve@acme.example"))).isFalse();
        assertThat(knowsAddressOf(eve(""))).isFalse();
    }

    @Test
    void bringsNewPeopleOnlyWhereItMay() {
        var worker = new Identity("work", "w-1", "w@work.example", "w", "", Set.of());
        assertThatThrownBy(() -> signUp(WORK, worker, "worker")).isInstanceOf(AccountRequired.class);

        connections.config.signUps = ProfilesOnTest.config(Map.of("streaming.signup.open", "false"));
        assertThatThrownBy(() -> signUp(ada(), "ada")).isInstanceOf(AccountRequired.class);

        var always = ProviderOnTest.provider("acme", Map.of("sign-up", "true"));
        assertThat(signUp(always, ada(), "ada").username()).isEqualTo("ada");
    }

    @Test
    void letsNobodyInWhoIsShutOut() {
        var account = signUp(ada(), "ada");
        database.inTransaction(() -> accounts.get(account.id()).ban(clock.instant()));

        var before = audited("sign-in-refused");
        assertThatThrownBy(() -> signIn(ada())).isInstanceOf(AccountShutOut.class);
        assertThat(audited("sign-in-refused")).isEqualTo(before + 1);
    }

    @Test
    void givesAndTakesTheRolesOfTheGroups() {
        var granted = audited("role-granted");
        var revoked = audited("role-revoked");
        var account = signUp(ada(Role.ADMIN), "ada");
        assertThat(rolesOf(account)).contains(Role.ADMIN);

        signIn(ada(Role.MODERATOR));
        assertThat(rolesOf(account)).contains(Role.MODERATOR).doesNotContain(Role.ADMIN);

        signIn(ada());
        assertThat(rolesOf(account)).containsExactly(Role.VIEWER);
        assertThat(audited("role-granted")).isEqualTo(granted + 2);
        assertThat(audited("role-revoked")).isEqualTo(revoked + 2);
    }

    @Test
    void linksAnIdentityOfOneAccountAndOneOfAProvider() {
        var ben = member("ben");
        signUp(ada(), "ada");

        assertThatThrownBy(() -> link(ben, ada())).isInstanceOf(IdentityTaken.class);
        link(ben, eve("eve@acme.example"));
        link(ben, eve("eve@acme.example"));
        assertThatThrownBy(() -> link(ben, new Identity("acme", "third", "", "", "", Set.of())))
                .isInstanceOf(ProviderTaken.class);

        assertThat(signIn(eve("eve@acme.example")).map(Account::id)).contains(ben.id());
    }

    @Test
    void unlinksWithTheRolesThatCameThatWay() {
        var ben = member("ben");
        link(ben, ada(Role.STAFF));
        assertThat(rolesOf(ben)).contains(Role.STAFF);

        unlink(ben, "acme");

        assertThat(rolesOf(ben)).containsExactly(Role.VIEWER);
        assertThat(list(ben)).isEmpty();
        assertThat(signIn(ada())).isEmpty();
        assertThatThrownBy(() -> unlink(ben, "acme")).isInstanceOf(NoSuchConnection.class);
    }

    @Test
    void leavesOneWayIn() {
        var account = signUp(ada(), "ada");
        assertThatThrownBy(() -> unlink(account, "acme")).isInstanceOf(LastWayIn.class);

        database.inTransaction(
                () -> connections.link(who(account), WORK, new Identity("work", "w-1", "", "w", "", Set.of())));
        unlink(account, "acme");

        assertThat(list(account)).extracting(ConnectionJson::provider).containsExactly("work");
    }

    private static Identity ada(Role... roles) {
        return new Identity("acme", "ada-1", "ada@acme.example", "ada", "Ada L.", Set.of(roles));
    }

    private static Identity eve(String email) {
        return new Identity("acme", "eve-1", email, "eve", "Eve", Set.of());
    }

    private static SignedIn who(Account account) {
        return SignedIn.of(account.id(), account.username());
    }

    private Account member(String name) {
        return database.inTransaction(
                () -> accounts.signUp(new SignUp(name, name + "@example.org", AccountsOnTest.PASSWORD)));
    }

    private Account signUp(Identity identity, String username) {
        return signUp(ACME, identity, username);
    }

    private Account signUp(Provider provider, Identity identity, String username) {
        return database.inTransaction(() ->
                connections.signUp(provider, identity, new SignUpWithoutPassword(username, identity.email(), true)));
    }

    private Optional<Account> signIn(Identity identity) {
        return database.inTransaction(() -> connections.signIn(identity));
    }

    private boolean knowsAddressOf(Identity identity) {
        return database.inTransaction(() -> connections.knowsAddressOf(identity));
    }

    private void link(Account account, Identity identity) {
        database.inTransaction(() -> connections.link(who(account), ACME, identity));
    }

    private void unlink(Account account, String provider) {
        database.inTransaction(() -> connections.unlink(who(account), provider));
    }

    private List<ConnectionJson> list(Account account) {
        return database.inTransaction(() -> connections.list(who(account)));
    }

    private Set<Role> rolesOf(Account account) {
        return database.inTransaction(() -> accounts.get(account.id()).roles());
    }

    private long audited(String event) {
        return database.count("select count(*) from audit_log where event = '%s'".formatted(event));
    }
}
