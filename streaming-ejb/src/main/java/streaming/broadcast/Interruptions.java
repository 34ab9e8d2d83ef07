package streaming.broadcast;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.shared.Database;

/** Broadcasts that wait for their encoders, and end when they have waited for as long as their channels grant. */
@ApplicationScoped
public class Interruptions {

    private static final Logger LOG = System.getLogger(Interruptions.class.getName());

    // Nothing was sent since the interruption: that is when the broadcast ended.
    private static final String END_OVER = """
            update broadcasts b set ended_at = b.interrupted_at
            from channels c
            where c.id = b.channel_id and b.ended_at is null
              and b.interrupted_at <= ? - make_interval(secs => c.grace_seconds)
              and not exists (select from ingest_segments s where s.broadcast_id = b.id and s.ended_at is null)
            returning c.name
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Clock clock;

    /** Ends those that have waited for too long, and tells how many; several nodes may do so at once. */
    public int endOver() {
        int ended = 0;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(END_OVER)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); ended++) {
                    LOG.log(Level.INFO, "{0} waited for its encoder in vain: ended", rows.getString(1));
                    changed.fire(LiveChanged.off(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not end what was interrupted", e);
        }
        return ended;
    }
}
