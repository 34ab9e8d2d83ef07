package streaming.signin;

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
import streaming.account.SignUp;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.factor.SecondFactorRequired;
import streaming.factor.WrongCode;
import streaming.limit.TooManyFailures;
import streaming.passkey.Authenticator;
import streaming.passkey.PasskeyRefused;
import streaming.shared.TestClock;

class SignInStepsTest {

    private static final Device DESK = new Device("Desk", "192.0.2.2");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    final Authenticator phone = new Authenticator();
    SignInsOnTest site;
    SignedIn ada;

    @BeforeEach
    void open() {
        site = new SignInsOnTest(database, clock);
        ada = signUp("ada");
    }

    @Test
    void signsInAtOnceWhoHasNoSecondFactor() {
        assertThat(byPassword("ada").last()).isTrue();
    }

    @Test
    void opensNothingBeforeTheSecondStep() {
        addPasskey(ada, phone);

        var step = byPassword("ada");

        assertThat(step.last()).isFalse();
        assertThat(find(step.cookie())).isEmpty();
        assertThat(database.count("select count(*) from sign_ins")).isZero();
    }

    @Test
    void aCodeMakesItASignIn() {
        var code = addPasskey(ada, phone);
        var pending = byPassword("ada");

        var step = byCode(pending.cookie(), code).orElseThrow();

        assertThat(step.last()).isTrue();
        assertThat(step.remember()).isTrue();
        assertThat(find(step.cookie())).isPresent();
        assertThatThrownBy(() -> byCode(pending.cookie(), code)).isInstanceOf(SecondStepOver.class);
    }

    @Test
    void aPasskeyMakesItASignInOfItsOwnAccountAlone() {
        addPasskey(ada, phone);
        var graces = new Authenticator();
        addPasskey(signUp("grace"), graces);
        var pending = byPassword("ada").cookie();

        assertThatThrownBy(() -> bySecondPasskey(pending, graces)).isInstanceOf(PasskeyRefused.class);

        assertThat(find(bySecondPasskey(pending, phone).cookie()))
                .map(SignedIn::username)
                .contains("ada");
    }

    @Test
    void takesFiveWrongCodesAndNoMore() {
        var code = addPasskey(ada, phone);
        var pending = byPassword("ada").cookie();

        for (int i = 0; i < 5; i++) {
            assertThat(byCode(pending, "000000")).isEmpty();
        }

        assertThatThrownBy(() -> byCode(pending, code)).isInstanceOf(SecondStepOver.class);
        assertThat(byCode(byPassword("ada").cookie(), code)).isPresent();
    }

    @Test
    void beginningAnewGivesNoMoreGuessesThanTheAccountHas() {
        var code = addPasskey(ada, phone);
        for (int i = 0; i < 10; i++) {
            assertThat(byCode(byPassword("ada").cookie(), "000000")).isEmpty();
        }

        assertThatThrownBy(() -> byCode(byPassword("ada").cookie(), code)).isInstanceOf(TooManyFailures.class);
        assertThatThrownBy(() -> signInToApi(code)).isInstanceOf(TooManyFailures.class);
        clock.advance(Duration.ofMinutes(5));
        assertThat(byCode(byPassword("ada").cookie(), code)).isPresent();
    }

    @Test
    void waitsTenMinutes() {
        var code = addPasskey(ada, phone);
        var pending = byPassword("ada").cookie();

        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> byCode(pending, code)).isInstanceOf(SecondStepOver.class);
        assertThatThrownBy(() -> byCode("nonsense", code)).isInstanceOf(SecondStepOver.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(database.inTransaction(site.pendingSignIns::purge)).isOne();
    }

    @Test
    void aPasskeyAloneSignsInButNotToAShutAccount() {
        addPasskey(ada, phone);
        assertThat(find(byPasskey(phone).cookie())).map(SignedIn::username).contains("ada");

        database.inTransaction(() -> site.accounts.get(ada.id()).ban(clock.instant()));

        assertThatThrownBy(() -> byPasskey(phone)).isInstanceOf(WrongCredentials.class);
    }

    @Test
    void theApiAsksForACodeToo() {
        var code = addPasskey(ada, phone);

        assertThatThrownBy(() -> site.signIn("ada", PASSWORD)).isInstanceOf(SecondFactorRequired.class);
        assertThatThrownBy(() -> signInToApi("000000")).isInstanceOf(WrongCode.class);
        assertThatThrownBy(() -> signInToApi(" ")).isInstanceOf(SecondFactorRequired.class);
        assertThat(site.find(signInToApi(code).accessToken())).isPresent();
        assertThatThrownBy(() -> signInToApi(code)).isInstanceOf(WrongCode.class);
    }

    private SignedIn signUp(String name) {
        var input = new SignUp(name, name + "@example.org", PASSWORD);
        return SignedIn.of(
                database.inTransaction(() -> site.accounts.signUp(input)).id(), name);
    }

    /** Gives a recovery code. */
    private String addPasskey(SignedIn who, Authenticator device) {
        return database.inTransaction(() -> {
            var challenge = site.factors.passkeys.challenges.issue();
            var options = site.factors.passkeys.passkeys.optionsToMake(who, challenge, SITE);
            var answer = device.create(options, SITE.origin());
            return site.factors
                    .ownFactors
                    .addPasskey(who, "Phone", answer, challenge, SITE)
                    .get(0);
        });
    }

    private SignInStep byPassword(String name) {
        return database.inTransaction(() -> site.steps.byPassword(Credentials.of(name, PASSWORD), DESK, true));
    }

    private Optional<SignInStep> byCode(String cookie, String code) {
        return database.inTransaction(() -> site.steps.byCode(cookie, code, DESK));
    }

    private SignInStep bySecondPasskey(String cookie, Authenticator device) {
        var challenge = site.factors.passkeys.challenges.issue();
        return database.inTransaction(
                () -> site.steps.bySecondPasskey(cookie, answer(device, challenge), challenge, SITE, DESK));
    }

    private SignInStep byPasskey(Authenticator device) {
        var challenge = site.factors.passkeys.challenges.issue();
        return database.inTransaction(
                () -> site.steps.byPasskey(answer(device, challenge), challenge, SITE, DESK, false));
    }

    private String answer(Authenticator device, String challenge) {
        return device.get(
                site.factors.passkeys.passkeys.optionsToUse(Optional.empty(), challenge, SITE), SITE.origin());
    }

    private TokensJson signInToApi(String code) {
        return database.inTransaction(() -> site.tokens.signIn(new Credentials("ada", PASSWORD, code), Device.UNKNOWN));
    }

    private Optional<SignedIn> find(String cookie) {
        return database.inTransaction(() -> site.known.findByCookie(cookie, Device.UNKNOWN));
    }
}
