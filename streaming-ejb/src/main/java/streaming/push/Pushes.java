package streaming.push;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

/** The pushes on their way. They are written with the notifications, so each browser hears of a broadcast once. */
@Stateless
public class Pushes {

    /** So long after its beginning, that a channel is live is no news. */
    static final Duration USE = Duration.ofMinutes(30);

    /** Longer than a push may take, see {@link PushService}. */
    static final Duration LEASE = Duration.ofMinutes(1);

    /** So many failures in a row, over many broadcasts: there is no such push service any more. */
    static final int MOST_FAILURES = 60;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    // What is not live any more is not told of; it goes with what is too old.
    private static final String CLAIM = """
            with due as (
                select p.subscription_id, p.broadcast_id from pushes p
                join broadcasts b on b.id = p.broadcast_id
                join push_subscriptions s on s.id = p.subscription_id
                join accounts a on a.id = s.account_id
                where p.due_at <= :now and b.started_at > :oldest and a.active and a.banned_at is null
                and exists (select from broadcasts o where o.channel_id = b.channel_id and o.ended_at is null)
                order by p.due_at limit :most for update of p skip locked
            )
            update pushes p set attempts = p.attempts + 1, due_at = :lease
            from due
            join push_subscriptions s on s.id = due.subscription_id
            join broadcasts b on b.id = due.broadcast_id
            join channels c on c.id = b.channel_id
            where p.subscription_id = due.subscription_id and p.broadcast_id = due.broadcast_id
            returning p.subscription_id, p.broadcast_id, p.attempts, s.endpoint, s.public_key, s.auth, c.name, b.title,
                      b.started_at
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Up to so many that are due, for this node to send; what other nodes take at the same time is passed over. */
    public List<DuePush> claim(int most) {
        var now = clock.instant();
        return rows(CLAIM)
                .addScalar("subscription_id", Long.class)
                .addScalar("broadcast_id", Long.class)
                .addScalar("attempts", Integer.class)
                .addScalar("endpoint", String.class)
                .addScalar("public_key", byte[].class)
                .addScalar("auth", byte[].class)
                .addScalar("name", String.class)
                .addScalar("title", String.class)
                .addScalar("started_at", Instant.class)
                .setParameter("now", now)
                .setParameter("oldest", now.minus(USE))
                .setParameter("lease", now.plus(LEASE))
                .setParameter("most", most)
                .getResultStream()
                .map(Pushes::due)
                .toList();
    }

    /** Notes what the push service said: done, to be tried again, or the end of the subscription. */
    public void settle(DuePush push, PushAnswer answer) {
        if (answer.isGone()) {
            of(push, "delete from push_subscriptions where id = :subscription").executeUpdate();
            return;
        }
        if (answer.isForLater()) {
            broadcast(push, "update pushes set due_at = :due where subscription_id = :subscription")
                    .setParameter("due", clock.instant().plus(pause(push, answer)))
                    .executeUpdate();
        } else {
            broadcast(push, "delete from pushes where subscription_id = :subscription")
                    .executeUpdate();
        }
        if (answer.isSent()) {
            of(push, "update push_subscriptions set failures = 0, last_sent_at = :now where id = :subscription")
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        } else {
            of(push, "update push_subscriptions set failures = failures + 1 where id = :subscription")
                    .executeUpdate();
        }
    }

    /** It comes again after 10 s, 40 s, 160 s …, or when the push service wants it. */
    private static Duration pause(DuePush push, PushAnswer answer) {
        var pause = Optional.ofNullable(answer.retryAfter())
                .orElseGet(() -> FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(push.attempt() - 1, 4))));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Forgets what is too late, and subscriptions that nobody takes pushes for any more: called by the clock. */
    public void purge() {
        entityManager
                .createNativeQuery("""
                        delete from pushes p using broadcasts b where b.id = p.broadcast_id and b.started_at <= :oldest
                        """)
                .setParameter("oldest", clock.instant().minus(USE))
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from push_subscriptions where failures >= :most")
                .setParameter("most", MOST_FAILURES)
                .executeUpdate();
    }

    private Query broadcast(DuePush push, String sql) {
        return of(push, sql + " and broadcast_id = :broadcast").setParameter("broadcast", push.broadcastId());
    }

    private Query of(DuePush push, String sql) {
        return entityManager.createNativeQuery(sql).setParameter("subscription", push.subscriptionId());
    }

    private static DuePush due(Tuple row) {
        return new DuePush(
                row.get("subscription_id", Long.class),
                row.get("broadcast_id", Long.class),
                row.get("attempts", Integer.class),
                row.get("endpoint", String.class),
                row.get("public_key", byte[].class),
                row.get("auth", byte[].class),
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("started_at", Instant.class));
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private NativeQuery<Tuple> rows(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    }
}
