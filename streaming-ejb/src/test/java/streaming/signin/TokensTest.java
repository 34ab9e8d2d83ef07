package streaming.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.account.AccountsOnTest.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.account.SignUp;
import streaming.caller.SignedIn;
import streaming.shared.ServerSecretOnTest;
import streaming.shared.TestClock;

class TokensTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    SignInsOnTest site;

    @BeforeEach
    void signUp() {
        site = new SignInsOnTest(database, clock);
        database.inTransaction(() -> site.accounts.signUp(new SignUp("ada", "ada@example.org", PASSWORD)));
    }

    @Test
    void anAccessTokenProvesItsBearerForAQuarterOfAnHour() {
        var pair = signIn();

        assertThat(site.find(pair.accessToken())).map(SignedIn::username).contains("ada");
        assertThat(pair.expiresIn()).isEqualTo(900);
        clock.advance(Duration.ofMinutes(15));
        assertThat(site.find(pair.accessToken())).isEmpty();
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        assertThat(site.find(signIn().refreshToken())).isEmpty();
        assertThat(site.refresh(signIn().accessToken())).isEmpty();
    }

    @Test
    void aRefreshTokenIsTradedOnce() {
        var first = signIn();

        var second = site.refresh(first.refreshToken()).orElseThrow();

        assertThat(site.find(second.accessToken())).isPresent();
        assertThat(site.refresh(second.refreshToken())).isPresent();
    }

    @Test
    void aSecondUseEndsTheWholeSignInAndNoOther() {
        var first = signIn();
        var other = signIn();
        var second = site.refresh(first.refreshToken()).orElseThrow();

        assertThat(site.refresh(first.refreshToken())).isEmpty();

        assertThat(site.find(second.accessToken())).isEmpty();
        assertThat(site.refresh(second.refreshToken())).isEmpty();
        assertThat(site.find(other.accessToken())).isPresent();
        assertThat(database.count("select count(*) from audit_log where event = 'refresh-token-reused'"))
                .isPositive();
    }

    @Test
    void signingOutEndsTheWholeSignIn() {
        var pair = signIn();
        var who = site.find(pair.accessToken()).orElseThrow();

        database.inTransaction(() -> site.signIns.end(who, who.signIn()));

        assertThat(site.find(pair.accessToken())).isEmpty();
        assertThat(site.refresh(pair.refreshToken())).isEmpty();
    }

    @Test
    void aBanShutsOutWhatWasIssuedBefore() {
        var pair = signIn();

        database.inTransaction(
                () -> site.accounts.findByUsername("ada").orElseThrow().ban(clock.instant()));

        assertThat(site.find(pair.accessToken())).isEmpty();
        assertThat(site.refresh(pair.refreshToken())).isEmpty();
    }

    @Test
    void aNewDayHasANewKeyAndSignsNobodyOut() {
        clock.advance(Duration.between(clock.instant(), clock.instant().plus(Duration.ofDays(1)))
                .minus(Duration.ofSeconds(clock.instant().getEpochSecond() % 86_400))
                .minusMinutes(1));
        var before = signIn().accessToken();

        clock.advance(Duration.ofMinutes(2));

        assertThat(keyId(signIn().accessToken())).isNotEqualTo(keyId(before));
        assertThat(site.find(before)).isPresent();
    }

    @Test
    void aNewSecretSignsNobodyOutWhileThePreviousOneIsNamed() {
        var before = signIn().accessToken();
        var stranger = new SignInsOnTest(database, clock);
        var renewed = new SignInsOnTest(database, clock);

        stranger.accessTokens.serverSecret = ServerSecretOnTest.of(32, (byte) 2);
        renewed.accessTokens.serverSecret = ServerSecretOnTest.renewed(32, (byte) 2, (byte) 1);

        assertThat(stranger.find(before)).isEmpty();
        assertThat(renewed.find(before)).isPresent();
    }

    @Test
    void refusesWhatIsSignedByNobody() {
        var parts = signIn().accessToken().split("\\.", -1);

        assertThat(site.find(parts[0] + "." + parts[1] + ".")).isEmpty();
        assertThat(site.find("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(site.find("")).isEmpty();
        assertThat(site.find("x".repeat(100_000))).isEmpty();
    }

    @Test
    void keepsHashesAloneAndPurgesWhatExpired() {
        signIn();

        assertThat(database.count("select count(*) from refresh_tokens where octet_length(hash) = 32"))
                .isEqualTo(1);
        clock.advance(Duration.ofDays(31));
        assertThat(database.inTransaction(() -> site.signIns.purge())).isEqualTo(1);
        assertThat(database.count("select count(*) from refresh_tokens")).isZero();
    }

    private TokensJson signIn() {
        return site.signIn("ada", PASSWORD);
    }

    private static String keyId(String token) {
        try {
            return com.nimbusds.jwt.SignedJWT.parse(token).getHeader().getKeyID();
        } catch (java.text.ParseException e) {
            throw new IllegalArgumentException(Optional.of(token).map(String::length) + " characters, no JWT", e);
        }
    }
}
