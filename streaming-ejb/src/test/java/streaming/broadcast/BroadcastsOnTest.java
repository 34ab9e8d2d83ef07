package streaming.broadcast;

import jakarta.enterprise.event.Event;
import java.time.Clock;
import streaming.TestDatabase;

/** Broadcasts, put together by hand on the test database. */
public final class BroadcastsOnTest {

    private BroadcastsOnTest() {}

    public static Broadcasts broadcasts(TestDatabase database, Clock clock, Event<LiveChanged> changed) {
        var broadcasts = new Broadcasts();
        broadcasts.entityManager = database.entityManager();
        broadcasts.changed = changed;
        broadcasts.clock = clock;
        return broadcasts;
    }

    /** A channel is live from now on. */
    public static void start(TestDatabase database, Clock clock, String channel) {
        execute(database, clock, channel, """
                insert into broadcasts (channel_id, title, started_at)
                select id, title, :now from channels where name = :channel
                """);
    }

    /** It is not, any more. */
    public static void end(TestDatabase database, Clock clock, String channel) {
        execute(database, clock, channel, """
                update broadcasts set ended_at = :now
                where ended_at is null and channel_id = (select id from channels where name = :channel)
                """);
    }

    private static void execute(TestDatabase database, Clock clock, String channel, String sql) {
        database.inTransaction(() -> database.entityManager()
                .createNativeQuery(sql)
                .setParameter("now", clock.instant())
                .setParameter("channel", channel)
                .executeUpdate());
    }
}
