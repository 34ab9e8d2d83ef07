package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.PasswordChanged;
import streaming.caller.Device;
import streaming.limit.FailedAttempts;

/**
 * Says which wrong passwords count together: those for one login from everywhere, so that many addresses guess no faster
 * than one. Where the owner is signed in, or was until lately, counts by itself: there a stranger cannot make them wait.
 * Elsewhere they wait for minutes at most, and not at all after a new password. That a login is nobody's changes nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Guesses {

    private static final String SUBJECT = "password of ";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    FailedAttempts attempts;

    /**
     * Lets a guess through, or not.
     *
     * @return what its outcome is to be told for
     * @throws TooManyFailures the next guess has to wait
     */
    public String check(String login, Device device) {
        var subject = SUBJECT + Account.normal(login) + (isAtHome(login, device) ? " at " + device.address() : "");
        attempts.check(subject);
        return subject;
    }

    /** It was wrong; {@code accountId} is null where there is no such account. */
    public void failed(String subject, Long accountId) {
        attempts.failed(subject, accountId);
    }

    /** It was right. */
    public void proved(String subject) {
        attempts.forget(subject);
    }

    /** What was guessed at is another now. */
    public void startAnew(@Observes PasswordChanged changed) {
        var account = accounts.get(changed.accountId());
        attempts.forget(SUBJECT + account.username());
        attempts.forget(SUBJECT + Account.normal(account.email()));
    }

    private boolean isAtHome(String login, Device device) {
        return (boolean) entityManager
                .createNativeQuery("""
                        select exists (select 1 from sign_ins s join accounts a on a.id = s.account_id
                                       where (a.username = :login or lower(a.email) = :login)
                                         and s.address = :address and s.address <> '')
                        """, Boolean.class)
                .setParameter("login", Account.normal(login))
                .setParameter("address", device.address())
                .getSingleResult();
    }
}
