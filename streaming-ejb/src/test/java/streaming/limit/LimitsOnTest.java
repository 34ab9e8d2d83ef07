package streaming.limit;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import streaming.TestDatabase;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;

/** The limits on the test database, with settings that a test may change. */
public final class LimitsOnTest extends LimitConfig {

    private final Map<Limit, String> settings = new ConcurrentHashMap<>();

    public static Limits limits(TestDatabase database, Clock clock, Caller caller) {
        return new LimitsOnTest().limitsOn(database, clock, caller);
    }

    public static FailedAttempts attempts(TestDatabase database, Clock clock, Caller caller) {
        var attempts = new FailedAttempts();
        attempts.dataSource = database.dataSource();
        attempts.config = new LimitsOnTest();
        attempts.audit = AuditOnTest.audit(database, clock, caller);
        attempts.clock = clock;
        return attempts;
    }

    Limits limitsOn(TestDatabase database, Clock clock, Caller caller) {
        var limits = new Limits();
        limits.dataSource = database.dataSource();
        limits.config = this;
        limits.caller = caller;
        limits.audit = AuditOnTest.audit(database, clock, caller);
        limits.clock = clock;
        return limits;
    }

    void set(Limit limit, String setting) {
        settings.put(limit, setting);
    }

    @Override
    Optional<Rate> find(Limit limit) {
        var setting = settings.getOrDefault(limit, limit.usually());
        return setting.equals("off") ? Optional.empty() : Optional.of(Rate.of(setting));
    }
}
