package streaming.studio;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import streaming.shared.Database;

/** Keeps who watched, a row for each minute of each broadcast. */
@ApplicationScoped
public class BroadcastMinutes {

    // All nodes count the same and write the same; the first one does.
    private static final String KEEP = """
            insert into broadcast_minutes (broadcast_id, minute, mean, peak)
            select b.id, ?, coalesce(a.mean, 0), coalesce(a.peak, 0)
            from broadcasts b
            join channels c on c.id = b.channel_id
            left join unnest(?, ?, ?) as a (name, mean, peak) on a.name = c.name
            where b.ended_at is null
            on conflict do nothing
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    /** Keeps a minute of everything that is live, by one statement; what nobody watched counts, too. */
    void keep(Instant minute, Map<String, AudienceTally.Minute> tally) {
        var names = tally.keySet().toArray();
        var means = tally.values().stream().map(AudienceTally.Minute::mean).toArray();
        var peaks = tally.values().stream().map(AudienceTally.Minute::peak).toArray();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, minute.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("text", names));
            statement.setArray(3, connection.createArrayOf("float8", means));
            statement.setArray(4, connection.createArrayOf("int4", peaks));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take who watched", e);
        }
    }
}
