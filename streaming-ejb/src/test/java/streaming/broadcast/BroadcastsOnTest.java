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
}
