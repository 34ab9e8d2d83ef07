package streaming.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import streaming.caller.SignedIn;
import streaming.shared.Cursor;
import streaming.shared.Page;

/** What the caller was told, latest first, and what of it they have read. A notification has its broadcast's number. */
@Stateless
public class Notifications {

    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Event<UnreadChanged> changed;

    @Inject
    Clock clock;

    // An encoder that came back goes on in another broadcast, of which nobody was told: the last one told is the live
    // one.
    public Page<NotificationJson> list(SignedIn who, int page, int size, String after) {
        Long before = Cursor.read(after, keys -> Long.valueOf(keys[0]));
        List<Tuple> rows = rows("""
                        select b.id, c.name, b.title, b.started_at,
                               o.id is not null and not exists (
                                   select from notifications m join broadcasts l on l.id = m.broadcast_id
                                   where m.account_id = n.account_id and m.broadcast_id > b.id
                                   and l.channel_id = b.channel_id) as live,
                               n.read_at is not null as read,
                               (select count(*) from notifications where account_id = :account) as total
                        from notifications n
                        join broadcasts b on b.id = n.broadcast_id
                        join channels c on c.id = b.channel_id
                        left join broadcasts o on o.channel_id = c.id and o.ended_at is null
                        where n.account_id = :account and n.broadcast_id < :before
                        order by n.broadcast_id desc
                        """)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("title", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("live", Boolean.class)
                .addScalar("read", Boolean.class)
                .addScalar("total", Long.class)
                .setParameter("account", who.id())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setFirstResult(before == null ? Math.multiplyExact(page, size) : 0)
                .setMaxResults(size)
                .getResultList();
        var total = rows.isEmpty() ? count(who) : rows.get(0).get("total", Long.class);
        var next = Cursor.after(rows, size, row -> Cursor.text(row.get("id")));
        return new Page<>(rows.stream().map(Notifications::json).toList(), page, size, total, next);
    }

    /** For a page beyond the end: no row bears the total there. */
    private long count(SignedIn who) {
        var count = entityManager
                .createNativeQuery("select count(*) from notifications where account_id = :account", Long.class)
                .setParameter("account", who.id())
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** How many of theirs each of these accounts has not read; who has read all is missing. */
    public Map<Long, Integer> unread(Collection<Long> accounts) {
        return rows("""
                        select account_id, count(*) as unread from notifications
                        where account_id = any(cast(:accounts as bigint[])) and read_at is null group by account_id
                        """)
                .addScalar("account_id", Long.class)
                .addScalar("unread", Integer.class)
                .setParameter("accounts", accounts.toArray(Long[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, Integer.class)));
    }

    /** Says that the caller has read one; one that is not theirs changes nothing. */
    public void read(SignedIn who, long id) {
        markRead(who, "broadcast_id = :to", id);
    }

    /** Says that the caller has read all up to this one. */
    public void readUpTo(SignedIn who, long id) {
        markRead(who, "broadcast_id <= :to", id);
    }

    private void markRead(SignedIn who, String which, long id) {
        var read = entityManager
                .createNativeQuery(
                        "update notifications set read_at = :now where account_id = :account and read_at is null and "
                                + which)
                .setParameter("now", clock.instant())
                .setParameter("account", who.id())
                .setParameter("to", id)
                .executeUpdate();
        if (read > 0) {
            changed.fire(new UnreadChanged(who.id()));
        }
    }

    /** Forgets what is a month old: called by the clock. */
    public void purge() {
        entityManager
                .createNativeQuery("""
                        delete from notifications n using broadcasts b
                        where b.id = n.broadcast_id and b.started_at < :before
                        """)
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static NotificationJson json(Tuple row) {
        return new NotificationJson(
                row.get("id", Long.class),
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("started_at", Instant.class),
                row.get("live", Boolean.class),
                row.get("read", Boolean.class));
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private NativeQuery<Tuple> rows(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    }
}
