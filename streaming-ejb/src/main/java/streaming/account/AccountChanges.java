package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.hibernate.exception.ConstraintViolationException;
import streaming.caller.SignInRequired;
import streaming.shared.InvalidInput;

/** Changes what an account is signed in with. Whoever calls has made sure that its owner wants it. */
@Stateless
public class AccountChanges {

    private static final PasswordRules RULES = new PasswordRules();

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Passwords passwords;

    @Inject
    Event<PasswordChanged> passwordChanged;

    @Inject
    Clock clock;

    /**
     * Gives it another password, and tells so by {@link PasswordChanged}.
     *
     * @throws InvalidInput it breaks a rule
     */
    public void password(long accountId, String password) {
        var account = get(accountId);
        RULES.check(password, account.username(), account.email());
        account.changePassword(passwords.hash(password));
        passwordChanged.fire(new PasswordChanged(accountId));
    }

    /**
     * Gives it another address, which is not confirmed by that.
     *
     * @throws EmailTaken if it has an account, regardless of case
     */
    public void email(long accountId, String address) {
        get(accountId).changeEmail(address);
        try {
            entityManager.flush(); // the index decides between two who come together
        } catch (ConstraintViolationException taken) {
            throw new EmailTaken();
        }
    }

    /** Mail to its address arrives. */
    public void confirmEmail(long accountId) {
        get(accountId).confirmEmail(clock.instant());
    }

    private Account get(long accountId) {
        var account = entityManager.find(Account.class, accountId);
        if (account == null) {
            throw new SignInRequired(); // deleted meanwhile
        }
        return account;
    }
}
