package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import streaming.shared.Secret;

/** Names of those who went: whoever took one would be trusted, and written to, in their place. */
@Stateless
public class RetiredNames {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    SignUpConfig config;

    @Inject
    Clock clock;

    /** Whether nobody may take the name yet. */
    public boolean contains(String username) {
        var since = config.retiredNameDays()
                .map(days -> clock.instant().minus(Duration.ofDays(days)))
                .orElse(Instant.EPOCH);
        return (Boolean) entityManager
                .createNativeQuery(
                        "select exists (select from retired_names where hash = :hash and retired_at > :since)",
                        Boolean.class)
                .setParameter("hash", hash(username))
                .setParameter("since", since)
                .getSingleResult();
    }

    public void retire(String username) {
        entityManager
                .createNativeQuery("""
                        insert into retired_names (hash, retired_at) values (:hash, :now)
                        on conflict (hash) do update set retired_at = excluded.retired_at
                        """)
                .setParameter("hash", hash(username))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** A list of who was here is nobody's business: kept is what a name can be compared with. */
    private static byte[] hash(String username) {
        return new Secret(username).hash();
    }
}
