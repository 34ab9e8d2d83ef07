package streaming.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.account.AccountsOnTest.PASSWORD;
import static streaming.passkey.PasskeysOnTest.SITE;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;

class PasskeysTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Authenticator phone = new Authenticator();
    PasskeysOnTest site;
    SignedIn ada;
    SignedIn grace;

    @BeforeEach
    void open() {
        site = new PasskeysOnTest(database, clock, AuditOnTest.audit(database, clock, new Caller()));
        ada = signUp("ada");
        grace = signUp("grace");
    }

    @Test
    void signsInWithoutANameOrAPassword() {
        add(ada, phone);
        clock.advance(Duration.ofDays(1));

        assertThat(signIn(phone)).isEqualTo(ada.id());
        assertThat(database.inTransaction(() -> site.passkeys.list(ada.id())))
                .extracting(PasskeyJson::lastUsedAt)
                .containsExactly(clock.instant());
    }

    @Test
    void takesSeveralOfOneAccountEachByItsName() {
        add(ada, phone);
        add(ada, new Authenticator());

        assertThat(database.inTransaction(() -> site.passkeys.list(ada.id())))
                .extracting(PasskeyJson::name)
                .containsExactly("Phone", "Phone");
        assertThat(database.inTransaction(() -> site.passkeys.optionsToMake(ada, site.challenges.issue(), SITE))
                        .excludeCredentials())
                .hasSize(2);
    }

    @Test
    void takesAnAnswerOnce() {
        add(ada, phone);
        var challenge = site.challenges.issue();
        var answer = phone.get(options(challenge), SITE.origin());
        assertThat(authenticate(answer, challenge)).isEqualTo(ada.id());

        refuses(() -> authenticate(answer, challenge));
    }

    @Test
    void takesNoAnswerAfterFiveMinutes() {
        add(ada, phone);
        var challenge = site.challenges.issue();
        var answer = phone.get(options(challenge), SITE.origin());

        clock.advance(Challenges.LIFETIME);

        refuses(() -> authenticate(answer, challenge));
    }

    @Test
    void takesNoAnswerToTheChallengeOfAnotherBrowser() {
        add(ada, phone);
        var answer = phone.get(options(site.challenges.issue()), SITE.origin());

        refuses(() -> authenticate(answer, site.challenges.issue()));
        refuses(() -> authenticate(answer, "nonsense"));
        refuses(() -> authenticate(answer, ""));
    }

    @Test
    void takesNoAnswerThatWasMadeOnAnotherSite() {
        add(ada, phone);

        refuses(() -> {
            var challenge = site.challenges.issue();
            authenticate(phone.get(options(challenge), "https://live.example.evil.example"), challenge);
        });
    }

    @Test
    void takesNoAnswerThatDoesNotProveWhoHoldsTheDevice() {
        add(ada, phone);

        refuses(() -> signIn(phone.withoutVerification()));
        refuses(() -> add(grace, new Authenticator().withoutVerification()));
    }

    @Test
    void refusesACopyByTheCountOfItsUses() {
        phone.countsFrom(10);
        add(ada, phone);
        assertThat(signIn(phone)).isEqualTo(ada.id());

        phone.countsFrom(5);

        refuses(() -> signIn(phone));
    }

    @Test
    void refusesAnUnknownPasskeyAndOneOfAnotherAccount() {
        add(ada, phone);
        var challenge = site.challenges.issue();
        var answer = phone.get(options(challenge), SITE.origin());

        refuses(() -> signIn(new Authenticator()));
        refuses(() -> database.inTransaction(() -> site.passkeys.authenticate(grace.id(), answer, challenge, SITE)));
        refuses(() -> add(grace, phone));
    }

    @Test
    void refusesNonsense() {
        refuses(() -> authenticate("{}", site.challenges.issue()));
        refuses(() -> authenticate("{\"id\":1", site.challenges.issue()));
        refuses(() -> authenticate("x".repeat(30_000), site.challenges.issue()));
    }

    @Test
    void asksForAName() {
        assertThatThrownBy(() -> database.inTransaction(() -> site.passkeys.add(ada, " ", "{}", "", SITE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void removesOnesOwnOnly() {
        add(ada, phone);
        long id =
                database.inTransaction(() -> site.passkeys.list(ada.id()).get(0).id());

        database.inTransaction(() -> site.passkeys.remove(grace, id));
        assertThat(signIn(phone)).isEqualTo(ada.id());
        database.inTransaction(() -> site.passkeys.remove(ada, id));
        refuses(() -> signIn(phone));
    }

    @Test
    void keepsAnsweredChallengesNoLongerThanTheyCouldBeAnswered() {
        add(ada, phone);
        clock.advance(Challenges.LIFETIME.plusMillis(1));

        assertThat(database.inTransaction(site.challenges::purge)).isPositive();
    }

    private SignedIn signUp(String name) {
        return database.inTransaction(() -> {
            var input = new SignUp(name, name + "@example.org", PASSWORD);
            return SignedIn.of(
                    AccountsOnTest.accounts(database, clock, signedUp -> {})
                            .signUp(input)
                            .id(),
                    name);
        });
    }

    private void add(SignedIn who, Authenticator device) {
        database.inTransaction(() -> {
            var challenge = site.challenges.issue();
            var answer = device.create(site.passkeys.optionsToMake(who, challenge, SITE), SITE.origin());
            site.passkeys.add(who, "Phone", answer, challenge, SITE);
        });
    }

    private long signIn(Authenticator device) {
        var challenge = site.challenges.issue();
        return authenticate(device.get(options(challenge), SITE.origin()), challenge);
    }

    private long authenticate(String answer, String challenge) {
        return database.inTransaction(() -> site.passkeys.authenticate(answer, challenge, SITE));
    }

    private PasskeyOptionsJson options(String challenge) {
        return site.passkeys.optionsToUse(Optional.empty(), challenge, SITE);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(PasskeyRefused.class);
    }
}
