package streaming.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;

/**
 * Tells followers of broadcasts that began, if they may watch. A broadcast's start records that they are to be told, by a trigger; this
 * takes what is recorded and writes all notifications of it, and the pushes for browsers that want them, in one statement,
 * so a node that is killed meanwhile has done nothing, and the next one does it.
 */
@Stateless
public class Announcements {

    static final int MOST = 100;

    // An encoder that comes back within the channel's grace goes on with what its followers have heard of already.
    private static final String TELL = """
            with due as (
                delete from announcements where broadcast_id in (
                    select broadcast_id from announcements order by broadcast_id limit %d for update skip locked)
                returning broadcast_id
            ), news as (
                select b.id, b.channel_id, c.visibility from due
                join broadcasts b on b.id = due.broadcast_id
                join channels c on c.id = b.channel_id
                where not exists (
                    select from (select e.ended_at from broadcasts e
                                 where e.channel_id = b.channel_id and e.started_at <= b.started_at and e.id < b.id
                                 order by e.started_at desc limit 1) last
                    where last.ended_at >= b.started_at - make_interval(secs => c.grace_seconds))
            ), told as (
                insert into notifications (account_id, broadcast_id)
                select f.account_id, news.id from news join follows f on f.channel_id = news.channel_id
                where news.visibility in ('public', 'unlisted', 'followers')
                   or admits(news.channel_id, f.account_id, :now)
                on conflict do nothing
                returning account_id, broadcast_id
            ), pushed as (
                insert into pushes (subscription_id, broadcast_id, due_at)
                select s.id, told.broadcast_id, :now from told join push_subscriptions s using (account_id)
            )
            select (select count(*) from due) as due, (select count(*) from told) as told
            """.formatted(MOST);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Event<UnreadChanged> changed;

    @Inject
    Clock clock;

    /** Tells the followers of up to {@link #MOST} broadcasts; gives how many it were. */
    public int tell() {
        var done = (Tuple) entityManager
                .createNativeQuery(TELL, Tuple.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (((Number) done.get("told")).longValue() > 0) {
            changed.fire(new UnreadChanged(null));
        }
        return ((Number) done.get("due")).intValue();
    }
}
