package streaming.broadcast;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import streaming.account.AccountDeleted;
import streaming.channel.StreamKeyReplaced;
import streaming.moderation.Banned;

/**
 * Ends and finds broadcasts; they start in {@code streaming.ingest}, whose hot path speaks SQL, and in
 * {@code streaming.external}. Each public method is one transaction.
 */
@Stateless
public class Broadcasts {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Clock clock;

    /** A ban ends the broadcast with it, whatever nginx does. */
    public void endOf(@Observes Banned banned) {
        endOf(banned.username());
    }

    /** So does the end of the account. */
    public void endOf(@Observes AccountDeleted deleted) {
        endOf(deleted.username());
    }

    /** So does a new key, where its owner wants it so: the broadcast does not wait for whoever has the old one. */
    public void endOf(@Observes StreamKeyReplaced replaced) {
        if (replaced.endsStream()) {
            endOf(replaced.channel());
        }
    }

    private void endOf(String username) {
        entityManager
                .createQuery("""
                        select b.id from Broadcast b
                        where b.channel.owner.username = :username and b.endedAt is null
                        """, Long.class)
                .setParameter("username", username)
                .getResultList()
                .forEach(this::end);
    }

    /** Ends the broadcast and its open segments; one that has ended stays as it is. */
    public void end(long broadcastId) {
        var broadcast = entityManager.find(Broadcast.class, broadcastId);
        if (broadcast == null || broadcast.state() == BroadcastState.ENDED) {
            return;
        }
        var now = clock.instant();
        broadcast.end(now);
        entityManager
                .createNativeQuery("""
                        update ingest_segments set ended_at = :now, ended_by = 'ended'
                        where broadcast_id = :broadcast and ended_at is null
                        """)
                .setParameter("now", now)
                .setParameter("broadcast", broadcastId)
                .executeUpdate();
        changed.fire(LiveChanged.off(broadcast.channel().name()));
    }

    /** What the database holds for live on an ingest node. */
    public List<OpenSegment> openSegments(String node) {
        return entityManager
                .createQuery("""
                        select new streaming.broadcast.OpenSegment(s.id, b.id, c.name, s.fence, s.startedAt)
                        from IngestSegment s join s.broadcast b join b.channel c
                        where s.fence.node = :node and s.endedAt is null
                        """, OpenSegment.class)
                .setParameter("node", node)
                .getResultList();
    }

    /** The channels, now offline, whose last broadcast has ended since. */
    public List<String> endedSince(Instant time) {
        return entityManager
                .createQuery("""
                        select distinct c.name from Broadcast b join b.channel c
                        where b.endedAt >= :time
                          and not exists (select o from Broadcast o where o.channel = c and o.endedAt is null)
                        """, String.class)
                .setParameter("time", time)
                .getResultList();
    }
}
