package streaming.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import streaming.broadcast.Fence;
import streaming.broadcast.LiveChanged;
import streaming.shared.Database;
import streaming.shared.Secret;

/**
 * An encoder comes and goes. Every reconnecting encoder of a restarted node arrives here at once, so each call is one
 * SQL statement: atomic by itself, one round trip, committed when it returns.
 */
@ApplicationScoped
public class Ingest {

    // The partial unique index on open broadcasts decides between encoders that come at the same instant.
    private static final String PUBLISH = """
            with found as (
                select c.id, c.name, c.title, a.active and a.banned_at is null as allowed
                from stream_keys k
                join channels c on c.id = k.channel_id
                join accounts a on a.id = c.owner_id
                where k.hash = ?
            ), broadcast as (
                insert into broadcasts (channel_id, title, started_at)
                select id, title, ? from found where allowed
                on conflict (channel_id) where ended_at is null do nothing
                returning id, started_at
            ), segment as (
                insert into ingest_segments (broadcast_id, node, boot, client_id, started_at)
                select id, ?, ?, ?, started_at from broadcast
                returning started_at
            )
            select found.name, found.allowed, (select started_at from segment) is not null as live from found
            """;

    // A late word of an old connection matches no open segment, so it cannot end a newer one.
    private static final String DONE = """
            with segment as (
                update ingest_segments set ended_at = ?
                where node = ? and boot = ? and client_id = ? and ended_at is null
                returning broadcast_id, ended_at
            ), broadcast as (
                update broadcasts b set ended_at = segment.ended_at
                from segment where b.id = segment.broadcast_id and b.ended_at is null
                returning b.channel_id
            )
            select c.name from channels c join broadcast on c.id = broadcast.channel_id
            """;

    /** What a node left open before its nginx was started anew. */
    private static final String STALE = """
            with segment as (
                update ingest_segments s set ended_at = ?
                from broadcasts b, channels c
                where c.name = ? and b.channel_id = c.id and b.ended_at is null
                  and s.broadcast_id = b.id and s.ended_at is null and s.node = ? and s.boot <> ?
                returning s.broadcast_id, s.ended_at
            )
            update broadcasts b set ended_at = segment.ended_at
            from segment where b.id = segment.broadcast_id and b.ended_at is null
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Clock clock;

    /**
     * Goes live.
     *
     * @return the channel's name, the stream's from now on
     * @throws NoSuchStreamKey the key is nobody's
     * @throws OwnerShutOut its owner is banned or inactive
     * @throws AlreadyLive another encoder carries the channel
     */
    public String publish(Secret key, Fence fence) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection()) {
            var found = publish(connection, key, fence, now).orElseThrow(NoSuchStreamKey::new);
            if (!found.allowed()) {
                throw new OwnerShutOut(found.channel());
            }
            if (!found.live() && endStale(connection, found.channel(), fence, now)) {
                found = publish(connection, key, fence, now).orElseThrow(NoSuchStreamKey::new);
            }
            if (!found.live()) {
                throw new AlreadyLive(found.channel());
            }
            changed.fire(new LiveChanged(found.channel(), now.toInstant()));
            return found.channel();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the publish", e);
        }
    }

    /** Ends what this fence carries; a fence that carries nothing (any more) changes nothing. */
    public void done(Fence fence) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(DONE)) {
            statement.setObject(1, now);
            bind(statement, 2, fence);
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    changed.fire(new LiveChanged(rows.getString(1), null));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the end of a publish", e);
        }
    }

    private record Found(String channel, boolean allowed, boolean live) {}

    private static Optional<Found> publish(Connection connection, Secret key, Fence fence, OffsetDateTime now)
            throws SQLException {
        try (var statement = connection.prepareStatement(PUBLISH)) {
            statement.setBytes(1, key.hash());
            statement.setObject(2, now);
            bind(statement, 3, fence);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    private static boolean endStale(Connection connection, String channel, Fence fence, OffsetDateTime now)
            throws SQLException {
        try (var statement = connection.prepareStatement(STALE)) {
            statement.setObject(1, now);
            statement.setString(2, channel);
            statement.setString(3, fence.node());
            statement.setString(4, fence.boot());
            return statement.executeUpdate() > 0;
        }
    }

    private static void bind(PreparedStatement statement, int first, Fence fence) throws SQLException {
        statement.setString(first, fence.node());
        statement.setString(first + 1, fence.boot());
        statement.setLong(first + 2, fence.clientId());
    }
}
