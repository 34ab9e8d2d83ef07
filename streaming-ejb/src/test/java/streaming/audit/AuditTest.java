package streaming.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.TestDatabase;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.shared.TestClock;

class AuditTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final Caller caller = new Caller();
    final Audit audit = AuditOnTest.audit(database, new TestClock(), caller);

    @Test
    void notesWhoDidItFromWhere() {
        caller.comesFrom(new Device("Firefox", "192.0.2.7"));
        caller.is(SignedIn.of(7, "ada"));

        audit.record("tested-by-ada", 8L, "twice");

        assertThat(database.count("""
                select count(*) from audit_log where event = 'tested-by-ada' and account_id = 8 and actor_id = 7
                and address = '192.0.2.7' and user_agent = 'Firefox' and detail = 'twice'
                """)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_log",
                "truncate audit_log",
                "update audit_log set detail = 'nothing happened'",
                "update audit_log set actor_id = 9, address = '', user_agent = ''",
            })
    void isOnlyAddedTo(String sql) {
        audit.record("tested", 8L, "");

        assertThatThrownBy(() -> database.inTransaction(
                        () -> database.entityManager().createNativeQuery(sql).executeUpdate()))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void forgetsWhereSomebodyWasWhoIsDeleted() {
        caller.comesFrom(new Device("Firefox", "192.0.2.8"));
        audit.record("tested-privately", 8L, "");

        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("update audit_log set address = '', user_agent = '' where address = '192.0.2.8'")
                .executeUpdate());

        assertThat(database.count("select count(*) from audit_log where address = '192.0.2.8'"))
                .isZero();
    }
}
