package streaming.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.shared.Database;

/**
 * Writes the append-only log of security events. What asks and who is signed in, it takes from the request. Event names
 * are in kebab case and in the past tense, such as {@code password-changed}; a detail never holds a secret.
 */
@Stateless
public class Audit {

    private static final String SQL = """
            insert into audit_log (at, event, account_id, actor_id, address, user_agent, detail)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Notes what happened, in the transaction in which it happens. {@code accountId} may be null: whom it concerns. */
    public void record(String event, Long accountId, String detail) {
        write(event, accountId, detail);
    }

    /** Notes what was refused, in a transaction of its own: the refusal rolls back the other. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refusal(String event, Long accountId, String detail) {
        write(event, accountId, detail);
    }

    private void write(String event, Long accountId, String detail) {
        Device device = Device.UNKNOWN;
        Long actor = null;
        try {
            device = caller.device();
            actor = caller.find().map(SignedIn::id).orElse(null);
        } catch (ContextNotActiveException nobodyAsks) {
            // the clock, or a frame of a WebSocket
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setString(2, event);
            statement.setObject(3, accountId, Types.BIGINT);
            statement.setObject(4, actor, Types.BIGINT);
            statement.setString(5, device.address());
            statement.setString(6, device.userAgent());
            statement.setString(7, detail);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log could not be written", e);
        }
    }
}
