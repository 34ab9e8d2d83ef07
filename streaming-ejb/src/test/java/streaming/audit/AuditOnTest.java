package streaming.audit;

import java.time.Clock;
import streaming.TestDatabase;
import streaming.caller.Caller;

/** The audit log on the test database. */
public final class AuditOnTest {

    private AuditOnTest() {}

    public static Audit audit(TestDatabase database, Clock clock, Caller caller) {
        var audit = new Audit();
        audit.dataSource = database.dataSource();
        audit.caller = caller;
        audit.clock = clock;
        return audit;
    }
}
