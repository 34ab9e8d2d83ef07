package streaming.broadcast;

import jakarta.enterprise.event.Event;
import java.time.Clock;
import streaming.TestDatabase;

/** Deadlines, put together by hand on the test database. */
public final class DeadlinesOnTest {

    private DeadlinesOnTest() {}

    public static Deadlines deadlines(TestDatabase database, Clock clock, Event<LiveChanged> changed) {
        var deadlines = new Deadlines();
        deadlines.dataSource = database.dataSource();
        deadlines.changed = changed;
        deadlines.clock = clock;
        return deadlines;
    }
}
