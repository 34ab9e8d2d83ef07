package streaming.privacy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import streaming.account.Account;
import streaming.account.AccountDeleted;
import streaming.account.Accounts;
import streaming.account.RetiredNames;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.credential.OwnPassword;
import streaming.credential.WrongPassword;
import streaming.image.ImageDropped;
import streaming.image.Images;
import streaming.shared.InvalidInput;

/**
 * Deletes an account for good. All that is its own goes with its row by the foreign keys: profile, channel, sign-ins,
 * images. What stays is nobody's: lines in other channels lose their author, the audit log knows a number and no
 * address any more.
 */
@Stateless
public class AccountDeletion {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    OwnPassword password;

    @Inject
    Images images;

    @Inject
    RetiredNames retiredNames;

    @Inject
    Audit audit;

    @Inject
    Event<AccountDeleted> deleted;

    @Inject
    Event<ImageDropped> dropped;

    /**
     * Deletes the caller's account; a broadcast of it ends, everybody who is signed in to it is out.
     *
     * @throws InvalidInput the name is another
     * @throws WrongPassword the account has a password, and it is another
     */
    public void delete(SignedIn who, Farewell farewell) {
        var account = accounts.get(who.id());
        if (!Account.normal(farewell.username()).equals(account.username())) {
            throw new InvalidInput("username", "Type your username: %s.".formatted(account.username()));
        }
        if (account.hasPassword()) { // who has none came by a provider, and has proved it there
            password.require(account, "password", farewell.password());
        }
        audit.record("account-deleted", account.id(), "");
        deleted.fire(new AccountDeleted(account.id(), account.username(), account.email()));
        var files = images.of(account.id());
        retiredNames.retire(account.username());
        entityManager.flush();
        forgetWhereTheyWere(account.id());
        entityManager
                .createQuery("delete from Account a where a.id = :id")
                .setParameter("id", account.id())
                .executeUpdate();
        entityManager.clear(); // what it holds of the account is gone
        files.forEach(name -> dropped.fire(new ImageDropped(name)));
    }

    private void forgetWhereTheyWere(long id) {
        entityManager.createNativeQuery("""
                        update audit_log set address = '', user_agent = ''
                        where account_id = :id or actor_id = :id
                        """).setParameter("id", id).executeUpdate();
    }
}
