package streaming.moderation;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import streaming.account.Account;
import streaming.caller.SignedIn;
import streaming.caller.StaffRequired;

/** Reads the audit log, for staff and admins. */
@Stateless
public class AuditTrail {

    @PersistenceContext
    EntityManager entityManager;

    /**
     * The lines before one, the latest first; the log may be long, so none is skipped to find them.
     *
     * @param before the number of a line, or null for the latest
     * @throws StaffRequired the caller is neither staff nor admin
     */
    public List<AuditEntry> find(SignedIn who, AuditFilter filter, Long before, int size) {
        AdminAccounts.requireStaff(who);
        Stream<?> rows = entityManager
                .createNativeQuery("""
                        select l.id, l.at, l.event, l.address, l.user_agent, l.detail,
                               coalesce(a.username, '#' || l.account_id, '') as account,
                               coalesce(b.username, '#' || l.actor_id, '') as actor
                        from audit_log l
                        left join accounts a on a.id = l.account_id
                        left join accounts b on b.id = l.actor_id
                        where l.id < :before
                          and (:event = '' or l.event = :event)
                          and (:account = '' or l.account_id = any (%1$s) or l.actor_id = any (%1$s))
                          and l.at >= :from and l.at < :until
                        order by l.id desc
                        """.formatted("select id from accounts where username = :account"), Tuple.class)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("event", filter.event().strip())
                .setParameter("account", Account.normal(filter.account()))
                .setParameter("from", filter.from() == null ? Instant.EPOCH : filter.from())
                .setParameter("until", filter.until() == null ? Instant.parse("9999-01-01T00:00:00Z") : filter.until())
                .setMaxResults(size)
                .getResultStream();
        return rows.map(Tuple.class::cast).map(AuditTrail::entry).toList();
    }

    /** The names of all events that were ever noted. */
    public List<String> events(SignedIn who) {
        AdminAccounts.requireStaff(who);
        Stream<?> names = entityManager
                .createNativeQuery("select distinct event from audit_log order by event", String.class)
                .getResultStream();
        return names.map(String.class::cast).toList();
    }

    private static AuditEntry entry(Tuple row) {
        return new AuditEntry(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("event", String.class),
                row.get("account", String.class),
                row.get("actor", String.class),
                row.get("address", String.class),
                row.get("user_agent", String.class),
                row.get("detail", String.class));
    }
}
