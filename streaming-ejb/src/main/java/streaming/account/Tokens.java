package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import streaming.shared.Secret;

/** Proofs of a sign-in: issued, rotated, revoked. Only their hashes are stored. */
@Stateless
public class Tokens {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /**
     * Signs in to the API.
     *
     * @throws WrongCredentials for an unknown name, a wrong password, a shut account
     */
    public TokensJson signIn(String login, String password) {
        return pair(accounts.authenticate(login, password), UUID.randomUUID());
    }

    /**
     * Trades a refresh token for a new pair (RFC 9700 §4.14.2). A second use means that somebody else has the token,
     * too: its whole family dies, and that must be kept although the caller is refused, so the refusal is returned.
     *
     * @return the new pair, or empty for a token that is used, expired, revoked or none
     */
    public Optional<TokensJson> refresh(String refreshToken) {
        var token = entityManager.find(Token.class, new Secret(refreshToken).hash(), LockModeType.PESSIMISTIC_WRITE);
        if (token == null || token.kind() != TokenKind.REFRESH || token.isExpired(clock.instant())) {
            return Optional.empty();
        }
        if (token.isUsed() || !token.account().inGoodStanding()) {
            revokeFamily(token.family());
            return Optional.empty();
        }
        token.use(clock.instant());
        return Optional.of(pair(token.account(), token.family()));
    }

    /** Ends the sign-in that the token is of, with all its tokens; text that is no token changes nothing. */
    public void revoke(String text) {
        Optional.ofNullable(entityManager.find(Token.class, new Secret(text).hash()))
                .ifPresent(token -> revokeFamily(token.family()));
    }

    /** Who bears this access token, if it is good. */
    public Optional<SignedIn> find(String accessToken) {
        return find(accessToken, TokenKind.ACCESS);
    }

    public Optional<SignedIn> find(String text, TokenKind kind) {
        return entityManager
                .createQuery("""
                        select new streaming.account.SignedIn(a.id, a.username, a.staff, a.admin)
                        from Token t join t.account a
                        where t.hash = :hash and t.kind = :kind and t.expiresAt > :now
                          and a.active and a.bannedAt is null
                        """, SignedIn.class)
                .setParameter("hash", new Secret(text).hash())
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    public Secret issue(TokenKind kind, Account account, UUID family) {
        var secret = Secret.random();
        entityManager.persist(new Token(secret, kind, account, family, clock.instant()));
        return secret;
    }

    private TokensJson pair(Account account, UUID family) {
        return TokensJson.of(
                issue(TokenKind.ACCESS, account, family), issue(TokenKind.REFRESH, account, family), account);
    }

    private void revokeFamily(UUID family) {
        entityManager
                .createQuery("delete from Token t where t.family = :family")
                .setParameter("family", family)
                .executeUpdate();
    }

    /** Drops what expired: called by the clock. */
    public int purge() {
        return entityManager
                .createQuery("delete from Token t where t.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
