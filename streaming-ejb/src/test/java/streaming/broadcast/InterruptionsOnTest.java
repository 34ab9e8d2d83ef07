package streaming.broadcast;

import jakarta.enterprise.event.Event;
import java.time.Clock;
import streaming.TestDatabase;

/** Interruptions, put together by hand on the test database. */
public final class InterruptionsOnTest {

    private InterruptionsOnTest() {}

    public static Interruptions interruptions(TestDatabase database, Clock clock, Event<LiveChanged> changed) {
        var interruptions = new Interruptions();
        interruptions.dataSource = database.dataSource();
        interruptions.changed = changed;
        interruptions.clock = clock;
        return interruptions;
    }
}
