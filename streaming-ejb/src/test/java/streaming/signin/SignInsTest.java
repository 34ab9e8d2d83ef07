package streaming.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.account.AccountsOnTest.PASSWORD;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.AccountsOnTest;
import streaming.account.AddressUnconfirmed;
import streaming.account.PasswordChanged;
import streaming.account.SignUp;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.shared.TestClock;

class SignInsTest {

    private static final Device PHONE = new Device("Phone", "192.0.2.1");
    private static final Device DESK = new Device("Desk", "192.0.2.2");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    SignInsOnTest site;

    @BeforeEach
    void open() {
        site = new SignInsOnTest(database, clock);
        signUp("ada");
    }

    @Test
    void signsInByNameOrAddress() {
        assertThat(authenticate("Ada", PASSWORD).username()).isEqualTo("ada");
        assertThat(authenticate("ADA@example.org", PASSWORD).username()).isEqualTo("ada");
    }

    @Test
    void tellsNobodyWhyASignInFailed() {
        signUp("banned");
        database.inTransaction(
                () -> site.accounts.findByUsername("banned").orElseThrow().ban(clock.instant()));

        assertThatThrownBy(() -> authenticate("nobody", PASSWORD)).isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> authenticate("ada", "wrong")).isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> authenticate("banned", PASSWORD)).isInstanceOf(WrongCredentials.class);
    }

    @Test
    void letsNobodyInBeforeTheirAddressIsConfirmedWhereThatIsRequired() {
        site.signIns.addresses = AccountsOnTest.addressConfig("required");

        assertThatThrownBy(() -> authenticate("ada", PASSWORD)).isInstanceOf(AddressUnconfirmed.class);
        assertThatThrownBy(() -> authenticate("ada", "wrong")).isInstanceOf(WrongCredentials.class);

        database.inTransaction(() -> AccountsOnTest.changes(database, clock, changed -> {})
                .confirmEmail(site.accounts.findByUsername("ada").orElseThrow().id()));
        assertThat(authenticate("ada", PASSWORD).username()).isEqualTo("ada");
    }

    @Test
    void aCookieProvesABrowserUntilItsTimeIsOver() {
        var remembered = open(DESK, true);
        var closed = open(PHONE, false);

        assertThat(find(remembered)).isPresent();
        assertThat(find(closed)).isPresent();
        clock.advance(Duration.ofHours(24));
        assertThat(find(closed)).isEmpty();
        clock.advance(Duration.ofDays(29));
        assertThat(find(remembered)).isEmpty();
    }

    @Test
    void aCookieOfAnotherSecretIsNobodys() {
        var mine = Proof.read(open(DESK, true)).orElseThrow();

        assertThat(find(new Proof(mine.signIn(), streaming.shared.Secret.random()).text()))
                .isEmpty();
        assertThat(find(mine.text() + "x")).isEmpty();
        assertThat(find("nonsense")).isEmpty();
    }

    @Test
    void tellsWhereSomebodyIsSignedIn() {
        var desk = find(open(DESK, true)).orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        open(PHONE, true);

        assertThat(list(desk)).extracting(SignInJson::device).containsExactly("Phone", "Desk");
        assertThat(list(desk)).extracting(SignInJson::current).containsExactly(false, true);
        assertThat(list(desk)).extracting(SignInJson::address).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    void signsOutEverywhereElse() {
        var desk = open(DESK, true);
        var phone = open(PHONE, true);
        var who = find(desk).orElseThrow();

        database.inTransaction(() -> site.signIns.endOthers(who));

        assertThat(find(desk)).isPresent();
        assertThat(find(phone)).isEmpty();
    }

    @Test
    void endsOnesOwnSignInsOnly() {
        var ada = open(DESK, true);
        signUp("grace");
        var grace = database.inTransaction(() ->
                SignedIn.of(site.accounts.findByUsername("grace").orElseThrow().id(), "grace"));

        var hers = find(ada).orElseThrow().signIn();

        database.inTransaction(() -> site.signIns.end(grace, hers));

        assertThat(find(ada)).isPresent();
    }

    @Test
    void aNewPasswordEndsAllButWhereItWasChanged() {
        var desk = open(DESK, true);
        var phone = open(PHONE, true);
        var who = find(desk).orElseThrow();
        site.caller.is(who);

        database.inTransaction(() -> site.signIns.endOthersOf(new PasswordChanged(who.id())));

        assertThat(find(desk)).isPresent();
        assertThat(find(phone)).isEmpty();
    }

    @Test
    void rememberedSignInsCostNoStatement() {
        site.known.trust(true);
        var cookie = open(DESK, true);
        var statements = database.statements();
        find(cookie);
        var first = database.statements() - statements;

        for (int i = 0; i < 10; i++) {
            assertThat(find(cookie)).isPresent();
        }

        assertThat(first).isEqualTo(2);
        assertThat(database.statements() - statements).isEqualTo(first);
    }

    @Test
    void whatIsToldIsForgottenAtOnce() {
        site.known.trust(true);
        var cookie = open(DESK, true);
        var who = find(cookie).orElseThrow();

        database.inTransaction(
                () -> site.accounts.findByUsername("ada").orElseThrow().ban(clock.instant()));
        assertThat(find(cookie)).isPresent();
        site.known.forgetAccount(who.id());
        assertThat(find(cookie)).isEmpty();
    }

    private Account signUp(String name) {
        return database.inTransaction(() -> site.accounts.signUp(new SignUp(name, name + "@example.org", PASSWORD)));
    }

    private Account authenticate(String login, String password) {
        return database.inTransaction(() -> site.signIns.authenticate(login, password));
    }

    private String open(Device device, boolean remember) {
        return database.inTransaction(
                () -> site.sessions.open(site.signIns.authenticate("ada", PASSWORD), device, remember));
    }

    private java.util.Optional<SignedIn> find(String cookie) {
        return database.inTransaction(() -> site.known.findByCookie(cookie, Device.UNKNOWN));
    }

    private List<SignInJson> list(SignedIn who) {
        return database.inTransaction(() -> site.signIns.list(who));
    }
}
