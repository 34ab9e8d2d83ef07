package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import streaming.audit.Audit;
import streaming.caller.Caller;
import streaming.caller.SignInRequired;
import streaming.image.CleanImage;
import streaming.image.ImageShape;
import streaming.limit.Limit;
import streaming.limit.Limits;
import streaming.shared.InvalidInput;

/** Makes and finds accounts. Each public method is one transaction. */
@Stateless
public class Accounts {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    SignUpRules rules;

    @Inject
    Passwords passwords;

    @Inject
    Profiles profiles;

    @Inject
    RetiredNames retiredNames;

    @Inject
    Audit audit;

    @Inject
    Limits limits;

    @Inject
    Caller caller;

    @Inject
    Event<SignedUp> signedUp;

    @Inject
    Clock clock;

    /**
     * Makes the account and, by {@link SignedUp}, all that belongs to one.
     *
     * @throws SignUpClosed nobody may sign up
     * @throws InvalidInput with the fields that break a rule
     * @throws UsernameTaken the name or
     * @throws EmailTaken the address has an account, regardless of case
     * @throws TooManyRequests too many come from here
     */
    public Account signUp(SignUp input) {
        rules.check(input);
        limits.check(Limit.SIGN_UP, caller.device());
        var picture = picture(input);
        refuseTaken(input.username(), input.email());
        var account =
                create(new Account(input.username(), input.email(), passwords.hash(input.password()), clock.instant()));
        profiles.open(account, input, picture);
        return announce(account);
    }

    /** As {@link #signUp(SignUp)}, for somebody who signs in another way, whom a closed door does not concern. */
    public Account signUp(SignUpWithoutPassword input) {
        rules.check(input);
        limits.check(Limit.SIGN_UP, caller.device());
        refuseTaken(input.username(), input.email());
        var account = new Account(input.username(), input.email(), null, clock.instant());
        if (input.emailConfirmed()) {
            account.confirmEmail(clock.instant());
        }
        profiles.open(create(account));
        return announce(account);
    }

    private Account announce(Account account) {
        audit.record("signed-up", account.id(), "");
        signedUp.fire(new SignedUp(account));
        return account;
    }

    private Account create(Account account) {
        try {
            entityManager.persist(account); // inserts at once: the indexes decide between two who come together
        } catch (ConstraintViolationException taken) {
            throw "accounts_username_unique".equals(taken.getConstraintName())
                    ? new UsernameTaken(account.username())
                    : new EmailTaken();
        }
        if (retiredNames.contains(account.username())) { // asked now: the insert waited for a deletion under way
            throw new UsernameTaken(account.username());
        }
        return account;
    }

    private static CleanImage picture(SignUp input) {
        return input.picture() == null || input.picture().isEmpty()
                ? null
                : CleanImage.of(input.picture(), ImageShape.PICTURE.size(), ImageShape.PICTURE.field());
    }

    private void refuseTaken(String username, String email) {
        if (findByUsername(username).isPresent()) {
            throw new UsernameTaken(Account.normal(username));
        }
        if (findByLogin(email).isPresent()) {
            throw new EmailTaken();
        }
    }

    /** Whether a new account may have this name, which must be in its normal form. */
    public boolean isFree(String username) {
        return !ReservedNames.contains(username)
                && !retiredNames.contains(username)
                && findByUsername(username).isEmpty();
    }

    public Account get(long id) {
        return Optional.ofNullable(entityManager.find(Account.class, id)).orElseThrow(SignInRequired::new);
    }

    public Optional<Account> findByUsername(String username) {
        return entityManager
                .createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", Account.normal(username))
                .getResultStream()
                .findFirst();
    }

    /** What the account may do now; empty for one that is deleted. */
    public Optional<AccountStanding> findStanding(long id) {
        return Optional.ofNullable(entityManager.find(Account.class, id)).map(AccountStanding::of);
    }

    /** The account with this name or address. */
    public Optional<Account> findByLogin(String login) {
        return entityManager
                .createQuery(
                        "select a from Account a where a.username = :login or lower(a.email) = :login", Account.class)
                .setParameter("login", Account.normal(login))
                .getResultStream()
                .findFirst();
    }
}
