package streaming.sso;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.account.Account;
import streaming.caller.Role;
import streaming.oidc.Identity;

/**
 * Whose identity at a provider is whose account here. V9__connections.sql has that an identity is of one account, and
 * an account has one identity a provider.
 */
@Entity
@Table(name = "connections")
public class Connection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    private String provider;

    @SuppressWarnings("unused") // read by Connections.find
    private String subject;

    private String label;
    private String grantedRoles = "";
    private Instant createdAt;
    private Instant lastUsedAt;

    protected Connection() {} // for JPA

    Connection(Account account, Identity identity, Instant now) {
        this.account = account;
        this.provider = identity.provider();
        this.subject = identity.subject();
        this.createdAt = now;
        use(identity, now);
    }

    /** Notes a sign-in through it; what the identity is called may have changed since the last. */
    void use(Identity identity, Instant now) {
        label = identity.label();
        lastUsedAt = now;
    }

    /** The roles that the provider gave at the last sign-in through it, and takes with it. */
    Set<Role> grantedRoles() {
        return Stream.of(grantedRoles.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    void grants(Collection<Role> roles) {
        grantedRoles = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    Account account() {
        return account;
    }

    String provider() {
        return provider;
    }

    String label() {
        return label;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
