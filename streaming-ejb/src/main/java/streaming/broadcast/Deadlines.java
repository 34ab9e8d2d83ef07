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

/**
 * Broadcasts whose encoders are gone, or have not renewed their lease: they end when the grace of their channel, or the
 * lease, is over.
 */
@ApplicationScoped
public class Deadlines {

    private static final Logger LOG = System.getLogger(Deadlines.class.getName());

    // Nothing was sent since the interruption: that is when the broadcast ended.
    private static final String END_OVER = """
            update broadcasts b set ended_at = coalesce(b.interrupted_at, b.lease_ends_at)
            from channels c, (select cast(? as timestamptz) as time) as now
            where c.id = b.channel_id and b.ended_at is null
              and (b.interrupted_at <= now.time - make_interval(secs => c.grace_seconds) or b.lease_ends_at <= now.time)
            returning c.name
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Clock clock;

    /** Ends those whose time is over, and tells how many; several nodes may do so at once. */
    public int endOver() {
        int ended = 0;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(END_OVER)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); ended++) {
                    LOG.log(Level.INFO, "{0} was not heard of any more: ended", rows.getString(1));
                    changed.fire(LiveChanged.off(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not end what was overdue", e);
        }
        return ended;
    }
}
