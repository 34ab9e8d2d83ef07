package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import streaming.account.Account;
import streaming.shared.Secret;

/** Sign-ins between the password and the second factor, bound by a cookie to the browser that gave the password. */
@Stateless
public class PendingSignIns {

    /** How long the second factor may take. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Waits for the second factor; gives the cookie's value. */
    public String open(Account account, boolean remember) {
        var secret = Secret.random();
        var owner = entityManager.getReference(Account.class, account.id());
        var until = clock.instant().plus(LIFETIME);
        entityManager.persist(new PendingSignIn(owner, remember, secret, until));
        return secret.text();
    }

    /** Whose the pending sign-in is; empty when its time or its attempts are over. */
    public Optional<Long> findAccount(String cookie) {
        return find(cookie, LockModeType.NONE).map(pending -> pending.account().id());
    }

    /**
     * The pending sign-in, for nobody else until the transaction ends.
     *
     * @throws SecondStepOver its time or its attempts are over
     */
    public PendingSignIn get(String cookie) {
        return find(cookie, LockModeType.PESSIMISTIC_WRITE).orElseThrow(SecondStepOver::new);
    }

    private Optional<PendingSignIn> find(String cookie, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(PendingSignIn.class, new Secret(cookie).hash(), lock))
                .filter(pending -> pending.isGood(clock.instant()));
    }

    /** It became a sign-in. */
    public void close(PendingSignIn pending) {
        entityManager.remove(pending);
    }

    /** Drops what was not ended in time: called by the clock. */
    public int purge() {
        return entityManager
                .createQuery("delete from PendingSignIn p where p.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
