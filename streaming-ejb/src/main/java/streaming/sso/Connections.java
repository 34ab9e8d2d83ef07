package streaming.sso;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AddressConfig;
import streaming.account.SignUpWithoutPassword;
import streaming.audit.Audit;
import streaming.caller.Role;
import streaming.caller.SignInRequired;
import streaming.caller.SignedIn;
import streaming.oidc.Identity;
import streaming.oidc.Provider;
import streaming.passkey.Passkeys;

/** Signs in by what a provider says, and links accounts with identities there. Each public method is one transaction. */
@Stateless
public class Connections {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    AddressConfig addresses;

    @Inject
    Passkeys passkeys;

    @Inject
    SsoConfig config;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * The account that the identity is linked to, with the roles that its groups stand for from now on.
     *
     * @return empty if it is linked to none
     * @throws AccountShutOut the account may not sign in
     * @throws streaming.account.AddressUnconfirmed where that keeps an account out
     */
    public Optional<Account> signIn(Identity identity) {
        return find(identity).map(connection -> {
            if (!connection.account().inGoodStanding()) {
                audit.refusal("sign-in-refused", connection.account().id(), identity.provider());
                throw new AccountShutOut();
            }
            addresses.admit(connection.account());
            connection.use(identity, clock.instant());
            audit.record("vouched-for", connection.account().id(), identity.provider());
            decideRoles(connection, identity.roles());
            return connection.account();
        });
    }

    /**
     * Makes an account without a password, linked to the identity.
     *
     * @throws AccountRequired nobody gets an account through this provider
     * @throws IdentityTaken the identity has one already
     */
    public Account signUp(Provider provider, Identity identity, SignUpWithoutPassword input) {
        refuseIfClosed(provider);
        refuseTaken(provider, identity);
        var account = accounts.signUp(input);
        connect(account, identity);
        return account;
    }

    /** Refuses with {@link AccountRequired} where nobody gets an account through this provider. */
    public void refuseIfClosed(Provider provider) {
        if (!config.mayBringAccounts(provider)) {
            throw new AccountRequired(provider.title());
        }
    }

    /** A free username to begin with; empty if the provider says nothing to make one of. */
    public String suggestName(Identity identity) {
        return SuggestedName.of(identity, accounts::isFree);
    }

    /** Whether somebody has an account with the address that the provider vouches for. */
    public boolean knowsAddressOf(Identity identity) {
        return !identity.email().isEmpty()
                && accounts.findByLogin(identity.email()).isPresent();
    }

    /**
     * Links the identity to who is signed in; one that is linked so already stays so.
     *
     * @throws IdentityTaken the identity is somebody else's, or
     * @throws ProviderTaken the account has another identity there
     */
    public void link(SignedIn who, Provider provider, Identity identity) {
        var account = lock(who);
        if (find(identity).filter(own -> own.account().id() == who.id()).isPresent()) {
            return;
        }
        refuseTaken(provider, identity);
        if (find(who.id(), provider.name()).isPresent()) {
            throw new ProviderTaken(provider.title());
        }
        connect(account, identity);
    }

    /**
     * Unlinks; the roles that came through the connection go with it.
     *
     * @throws NoSuchConnection there is none
     * @throws LastWayIn there would be no way left to sign in
     */
    public void unlink(SignedIn who, String provider) {
        var account = lock(who); // of two that come at once, the second sees what the first has left
        var connection = find(who.id(), provider).orElseThrow(NoSuchConnection::new);
        if (!account.hasPassword() && !passkeys.has(who.id()) && all(who.id()).size() == 1) {
            throw new LastWayIn();
        }
        decideRoles(connection, Set.of());
        entityManager.remove(connection);
        audit.record("connection-unlinked", who.id(), provider);
    }

    public List<ConnectionJson> list(SignedIn who) {
        return all(who.id()).stream().map(ConnectionJson::of).toList();
    }

    private void connect(Account account, Identity identity) {
        var connection = new Connection(account, identity, clock.instant());
        entityManager.persist(connection);
        audit.record("connection-linked", account.id(), identity.provider());
        decideRoles(connection, identity.roles());
    }

    private void decideRoles(Connection connection, Set<Role> vouched) {
        var account = connection.account();
        var elsewhere = all(account.id()).stream()
                .filter(other -> !other.provider().equals(connection.provider()))
                .flatMap(other -> other.grantedRoles().stream())
                .collect(Collectors.toSet());
        var change = RoleChange.of(account.roles(), connection.grantedRoles(), vouched, elsewhere);
        change.granted().forEach(role -> {
            account.grant(role);
            audit.record("role-granted", account.id(), role + " by " + connection.provider());
        });
        change.revoked().forEach(role -> {
            account.revoke(role);
            audit.record("role-revoked", account.id(), role + " by " + connection.provider());
        });
        connection.grants(vouched);
    }

    private Account lock(SignedIn who) {
        return Optional.ofNullable(entityManager.find(Account.class, who.id(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(SignInRequired::new);
    }

    private void refuseTaken(Provider provider, Identity identity) {
        if (find(identity).isPresent()) {
            throw new IdentityTaken(provider.title());
        }
    }

    private Optional<Connection> find(Identity identity) {
        return entityManager
                .createQuery("""
                        select c from Connection c join fetch c.account
                        where c.provider = :provider and c.subject = :subject
                        """, Connection.class)
                .setParameter("provider", identity.provider())
                .setParameter("subject", identity.subject())
                .getResultStream()
                .findFirst();
    }

    private Optional<Connection> find(long accountId, String provider) {
        return all(accountId).stream()
                .filter(connection -> connection.provider().equals(provider))
                .findFirst();
    }

    private List<Connection> all(long accountId) {
        return entityManager
                .createQuery("""
                        select c from Connection c join fetch c.account
                        where c.account.id = :account order by c.createdAt
                        """, Connection.class)
                .setParameter("account", accountId)
                .getResultList();
    }
}
