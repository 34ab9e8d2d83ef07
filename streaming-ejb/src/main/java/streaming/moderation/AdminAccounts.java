package streaming.moderation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.audit.Audit;
import streaming.caller.AdminRequired;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** Who has an account here and what each may do: staff see it, admins change it. */
@Stateless
public class AdminAccounts {

    private static final String MATCHES =
            " from Account a where a.username like :part escape '!' or lower(a.email) like :part escape '!'";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Validator validator;

    @Inject
    Event<Banned> shutOut;

    @Inject
    Audit audit;

    /**
     * The accounts whose name or address has this in it, by name.
     *
     * @throws StaffRequired the caller is neither staff nor admin
     */
    public Page<AdminAccount> search(SignedIn who, String text, int page, int size) {
        requireStaff(who);
        var part = "%" + Account.normal(text).replaceAll("([!%_])", "!$1") + "%";
        var items = entityManager
                .createQuery("select a" + MATCHES + " order by a.username", Account.class)
                .setParameter("part", part)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultStream()
                .map(AdminAccount::of)
                .toList();
        var total = entityManager
                .createQuery("select count(a)" + MATCHES, Long.class)
                .setParameter("part", part)
                .getSingleResult();
        return new Page<>(items, page, size, total);
    }

    static void requireStaff(SignedIn who) {
        if (!who.staff() && !who.admin()) {
            throw new StaffRequired();
        }
    }

    /**
     * Changes what an account may do. Deactivated, it is out at once, as if it were banned.
     *
     * @throws AdminRequired the caller is no admin
     * @throws NoSuchAccount there is no such account
     * @throws CannotChangeYourself the caller is the account
     * @throws LastAdmin nobody else would be an admin
     * @throws InvalidInput with the fields that break a rule
     */
    public AdminAccount change(SignedIn admin, String username, AccountChange change) {
        if (!admin.admin()) {
            throw new AdminRequired();
        }
        InvalidInput.check(validator, change);
        var admins = lockAdmins();
        var account = accounts.findByUsername(username).orElseThrow(() -> new NoSuchAccount(username));
        if (account.id() == admin.id()) {
            throw new CannotChangeYourself();
        }
        if (change.roles() != null) {
            setRoles(account, change.roles());
        }
        if (change.active() != null && change.active() != account.isActive()) {
            setActive(account, change.active());
        }
        if (admins.stream().noneMatch(one -> one.isAdmin() && one.inGoodStanding())) {
            throw new LastAdmin();
        }
        return AdminAccount.of(account);
    }

    /** Two who demote each other at the same time come one after the other. */
    private List<Account> lockAdmins() {
        return entityManager
                .createQuery("select a from Account a where a.admin = true order by a.id", Account.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void setRoles(Account account, Set<String> names) {
        var before = account.roles();
        var wanted = EnumSet.of(Role.VIEWER);
        names.forEach(name -> wanted.add(Role.valueOf(name.toUpperCase(Locale.ROOT))));
        if (!before.equals(wanted)) {
            account.takeRoles(wanted);
            audit.record("roles-changed", account.id(), names(before) + " to " + names(wanted));
        }
    }

    private void setActive(Account account, boolean active) {
        if (active) {
            account.activate();
            audit.record("account-activated", account.id(), "");
        } else {
            account.deactivate();
            audit.record("account-deactivated", account.id(), "");
            shutOut.fire(new Banned(account.username()));
        }
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
