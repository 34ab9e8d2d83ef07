package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static streaming.account.AccountsOnTest.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.shared.TestClock;

class TokensTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    Accounts accounts;
    Tokens tokens;

    @BeforeEach
    void signUp() {
        accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        tokens = AccountsOnTest.tokens(database, clock, accounts);
        database.inTransaction(() -> accounts.signUp(new SignUp("ada", "ada@example.org", PASSWORD)));
    }

    @Test
    void anAccessTokenProvesItsBearerForAQuarterOfAnHour() {
        var pair = signIn();

        assertThat(find(pair.accessToken())).map(SignedIn::username).contains("ada");
        assertThat(pair.expiresIn()).isEqualTo(900);
        clock.advance(Duration.ofMinutes(15));
        assertThat(find(pair.accessToken())).isEmpty();
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        assertThat(find(signIn().refreshToken())).isEmpty();
        assertThat(refresh(signIn().accessToken())).isEmpty();
    }

    @Test
    void aRefreshTokenIsTradedOnce() {
        var first = signIn();

        var second = refresh(first.refreshToken()).orElseThrow();

        assertThat(find(second.accessToken())).isPresent();
        assertThat(refresh(second.refreshToken())).isPresent();
    }

    @Test
    void aSecondUseKillsTheWholeFamilyAndNoOther() {
        var first = signIn();
        var other = signIn();
        var second = refresh(first.refreshToken()).orElseThrow();

        assertThat(refresh(first.refreshToken())).isEmpty();

        assertThat(find(second.accessToken())).isEmpty();
        assertThat(refresh(second.refreshToken())).isEmpty();
        assertThat(find(other.accessToken())).isPresent();
    }

    @Test
    void signingOutEndsTheWholeSignIn() {
        var pair = signIn();

        database.inTransaction(() -> tokens.revoke(pair.accessToken()));

        assertThat(find(pair.accessToken())).isEmpty();
        assertThat(refresh(pair.refreshToken())).isEmpty();
    }

    @Test
    void aBanShutsOutWhatWasIssuedBefore() {
        var pair = signIn();

        database.inTransaction(
                () -> accounts.findByUsername("ada").orElseThrow().ban(clock.instant()));

        assertThat(find(pair.accessToken())).isEmpty();
        assertThat(refresh(pair.refreshToken())).isEmpty();
    }

    @Test
    void keepsHashesAloneAndPurgesWhatExpired() {
        signIn();

        assertThat(database.count("select count(*) from tokens where octet_length(hash) = 32"))
                .isEqualTo(2);
        clock.advance(Duration.ofDays(31));
        assertThat(database.inTransaction(() -> tokens.purge())).isEqualTo(2);
    }

    private TokensJson signIn() {
        return database.inTransaction(() -> tokens.signIn("ada", PASSWORD));
    }

    private Optional<SignedIn> find(String token) {
        return database.inTransaction(() -> tokens.find(token));
    }

    private Optional<TokensJson> refresh(String token) {
        return database.inTransaction(() -> tokens.refresh(token));
    }
}
