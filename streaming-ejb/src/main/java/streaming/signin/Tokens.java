package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.audit.Audit;
import streaming.caller.Device;
import streaming.factor.SecondFactorRequired;
import streaming.factor.SecondFactors;
import streaming.factor.WrongCode;
import streaming.limit.Limit;
import streaming.limit.Limits;
import streaming.shared.Secret;

/** Sign-ins of programs: an access token for each call, a refresh token for the next pair. */
@Stateless
public class Tokens {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    SignIns signIns;

    @Inject
    SecondFactors secondFactors;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Accounts accounts;

    @Inject
    Limits limits;

    @Inject
    CodeGuesses codes;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Signs in to the API.
     *
     * @throws WrongCredentials for an unknown name, a wrong password, a shut account
     * @throws SecondFactorRequired the account has a second factor, and there is no code
     * @throws WrongCode the code is wrong, or was used
     * @throws TooManyFailures too many codes were wrong
     */
    public TokensJson signIn(Credentials credentials, Device device) {
        var account = signIns.authenticate(credentials.login(), credentials.password());
        demandCode(account, credentials.code());
        return pair(signIns.open(SignIn.ofProgram(account, device, clock.instant())));
    }

    private void demandCode(Account account, String code) {
        if (!secondFactors.has(account.id())) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw new SecondFactorRequired();
        }
        if (!codes.accepts(account.id(), code)) {
            throw new WrongCode();
        }
    }

    /**
     * Trades a refresh token for a new pair (RFC 9700 §4.14.2). A second use means that somebody else has the token,
     * too: the whole sign-in ends, and that must be kept although the caller is refused, so the refusal is returned.
     *
     * @return the new pair, or empty for a token that is used, expired, revoked or none
     */
    public Optional<TokensJson> refresh(String refreshToken, Device device) {
        limits.check(Limit.TOKEN_REFRESH, device);
        var token =
                entityManager.find(RefreshToken.class, new Secret(refreshToken).hash(), LockModeType.PESSIMISTIC_WRITE);
        if (token == null || token.isExpired(clock.instant())) {
            return Optional.empty();
        }
        var signIn = token.signIn();
        if (token.isUsed() && signIn.isGood(clock.instant())) {
            signIn.end(clock.instant());
            audit.record("refresh-token-reused", signIn.account().id(), "");
        }
        if (!signIn.isGood(clock.instant())) {
            return Optional.empty();
        }
        token.use(clock.instant());
        signIn.refresh(device, clock.instant());
        return Optional.of(pair(signIn));
    }

    private TokensJson pair(SignIn signIn) {
        var refresh = Secret.random();
        entityManager.persist(new RefreshToken(refresh, signIn));
        return TokensJson.of(
                accessTokens.issue(signIn),
                refresh,
                accounts.get(signIn.account().id()));
    }
}
