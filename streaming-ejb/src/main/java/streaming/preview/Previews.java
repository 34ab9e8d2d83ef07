package streaming.preview;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import streaming.shared.Database;

/** Which stills are due, and which was the last; channels that no list shows have none. Of several nodes one gets each: the claim is one SQL statement. */
@ApplicationScoped
public class Previews {

    /** What has just begun has no whole segment yet. */
    private static final Duration BEGINNING = Duration.ofSeconds(3);

    // A row that another node claimed meanwhile does not meet the condition of the conflict any more.
    private static final String CLAIM = """
            with due as (
                select b.channel_id, b.id as broadcast_id, c.name, s.node
                from broadcasts b
                join channels c on c.id = b.channel_id
                join ingest_segments s on s.broadcast_id = b.id and s.ended_at is null
                left join previews p on p.channel_id = b.channel_id
                where b.ended_at is null and b.started_at <= ? and c.visibility = 'public'
                  and (p.due_at is null or p.due_at <= ? or p.broadcast_id <> b.id)
                order by p.due_at nulls first
                limit 1
            ), claimed as (
                insert into previews as p (channel_id, broadcast_id, due_at)
                select channel_id, broadcast_id, ? from due
                on conflict (channel_id) do update set
                    due_at = excluded.due_at,
                    broadcast_id = excluded.broadcast_id,
                    name = case when p.broadcast_id = excluded.broadcast_id then p.name end
                where p.due_at <= ? or p.broadcast_id <> excluded.broadcast_id
                returning channel_id
            )
            select due.channel_id, due.broadcast_id, due.name, due.node from due join claimed using (channel_id)
            """;

    private static final String KEEP = "update previews set name = ? where channel_id = ? and broadcast_id = ?";

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** What has waited longest, if anything is due; nobody else gets it until the period is over. */
    Optional<DuePreview> claim(Duration period) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, now.minus(BEGINNING));
            statement.setObject(2, now);
            statement.setObject(3, now.plus(period));
            statement.setObject(4, now);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new DuePreview(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say which still is due", e);
        }
    }

    /** Shows this still from now on, unless its broadcast is over and another has begun. */
    void keep(DuePreview taken, String name) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, name);
            statement.setLong(2, taken.channelId());
            statement.setLong(3, taken.broadcastId());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a still", e);
        }
    }
}
