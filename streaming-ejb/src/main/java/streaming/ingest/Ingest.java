package streaming.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import streaming.broadcast.Deadlines;
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

    private static final Logger LOG = System.getLogger(Ingest.class.getName());

    // The partial unique index on open broadcasts decides between encoders that come at the same instant. One whose
    // broadcast waits for it goes on with that. nginx asks again where it got no answer: who has the channel keeps it.
    private static final String PUBLISH = """
            with found as (
                select c.id, c.name, c.title, c.grace_seconds, k.id as key_id, a.active and a.banned_at is null as allowed
                from stream_keys k
                join channels c on c.id = k.channel_id
                join accounts a on a.id = c.owner_id
                where k.hash = ?
            ), fence as (
                select cast(? as text) as node, cast(? as text) as boot, cast(? as bigint) as client_id
            ), taken as (
                select b.channel_id, b.started_at
                from ingest_segments s join fence f using (node, boot, client_id) join broadcasts b on b.id = s.broadcast_id
                where s.ended_at is null
            ), resumed as (
                update broadcasts b set interrupted_at = null
                from found
                where b.channel_id = found.id and found.allowed and not exists (select from taken)
                  and b.ended_at is null and b.interrupted_at > ? - make_interval(secs => found.grace_seconds)
                returning b.id, b.started_at
            ), begun as (
                insert into broadcasts (channel_id, title, started_at)
                select id, title, ? from found
                where allowed and not exists (select from taken) and not exists (select from resumed)
                on conflict (channel_id) where ended_at is null do nothing
                returning id, started_at
            ), carried as (
                select * from resumed union all select * from begun
            ), segment as (
                insert into ingest_segments (broadcast_id, node, boot, client_id, started_at, key_id, address)
                select carried.id, fence.node, fence.boot, fence.client_id, ?, found.key_id, ? from carried, fence, found
            )
            select found.name, found.allowed,
                   coalesce((select started_at from carried),
                            (select started_at from taken where channel_id = found.id and found.allowed)) as started_at
            from found
            """;

    // A late word of an old connection matches no open segment, so it cannot end a newer one.
    private static final String DONE = """
            with segment as (
                update ingest_segments set ended_at = ?, ended_by = ?
                where node = ? and boot = ? and client_id = ? and ended_at is null
                returning broadcast_id, ended_at
            ), broadcast as (
                update broadcasts b
                set interrupted_at = segment.ended_at,
                    ended_at = case when c.grace_seconds > 0 then null else segment.ended_at end
                from segment, channels c
                where b.id = segment.broadcast_id and b.ended_at is null and c.id = b.channel_id
                returning c.name, b.started_at, b.ended_at is not null as ended,
                          b.interrupted_at + make_interval(secs => c.grace_seconds) as resume_by
            )
            select name, started_at, ended, resume_by from broadcast
            """;

    private static final String RECORD = """
            insert into ingest_incidents (at, kind, channel_id, node, boot, client_id, address)
            select f.at, case when s.id is not null then 'late-done' else 'foreign-done' end, b.channel_id,
                   f.node, f.boot, f.client_id, s.address
            from (select cast(? as timestamptz) as at, cast(? as text) as node, cast(? as text) as boot,
                         cast(? as bigint) as client_id) f
            left join ingest_segments s on s.node = f.node and s.boot = f.boot and s.client_id = f.client_id
            left join broadcasts b on b.id = s.broadcast_id
            order by s.id desc limit 1
            """;

    /** The connection that has the channel. */
    private static final String RIVAL = """
            select c.id, c.name, c.take_over and s.key_id = k.id as gives_way, s.node, s.boot, s.client_id, s.address
            from stream_keys k
            join channels c on c.id = k.channel_id
            join broadcasts b on b.channel_id = c.id and b.ended_at is null
            join ingest_segments s on s.broadcast_id = b.id and s.ended_at is null
            where k.hash = ?
            """;

    private static final String NOTE = """
            insert into ingest_incidents (at, kind, channel_id, node, boot, client_id, address)
            values (?, ?, ?, ?, ?, ?, ?)
            returning not exists (select from ingest_incidents i
                                  where i.channel_id = ingest_incidents.channel_id and i.kind = ingest_incidents.kind
                                    and i.at > ingest_incidents.at - interval '1 hour')
            """;

    // A connection that was believed lost, of a broadcast that nobody ended and no other encoder followed.
    private static final String FOUND = """
            with segment as (
                update ingest_segments s set ended_at = null, ended_by = null
                from broadcasts b
                join channels c on c.id = b.channel_id
                join accounts a on a.id = c.owner_id and a.active and a.banned_at is null
                where s.node = ? and s.boot = ? and s.client_id = ? and s.ended_by = 'lost' and b.id = s.broadcast_id
                  and (b.ended_at is null or b.ended_at = b.interrupted_at)
                  and not exists (select from broadcasts o
                                  where o.channel_id = b.channel_id and o.id <> b.id and o.ended_at is null)
                  and not exists (select from ingest_segments o where o.broadcast_id = b.id and o.ended_at is null)
                returning s.broadcast_id
            )
            update broadcasts b set interrupted_at = null, ended_at = null
            from segment, channels c where b.id = segment.broadcast_id and c.id = b.channel_id
            returning c.name, b.started_at
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Deadlines deadlines;

    @Inject
    IngestNodes nodes;

    @Inject
    Event<LiveChanged> changed;

    @Inject
    Event<SecondAddress> secondAddress;

    @Inject
    Clock clock;

    /**
     * Goes live, or goes on with the broadcast that waits for its encoder.
     *
     * @param address where the encoder calls from, as nginx saw it; null where it did not say
     * @return the channel's name, the stream's from now on
     * @throws NoSuchStreamKey the key is nobody's
     * @throws OwnerShutOut its owner is banned or inactive
     * @throws AlreadyLive another encoder carries the channel, and does not give way
     */
    public String publish(Secret key, Fence fence, String address) {
        var now = now();
        try (var connection = dataSource.getConnection()) {
            var found = publish(connection, key, fence, address, now).orElseThrow(NoSuchStreamKey::new);
            if (!found.allowed()) {
                throw new OwnerShutOut(found.channel());
            }
            if (!found.live() && makeWay(connection, key, found.channel(), fence, address, now)) {
                found = publish(connection, key, fence, address, now).orElseThrow(NoSuchStreamKey::new);
            }
            if (!found.live()) {
                throw new AlreadyLive(found.channel());
            }
            changed.fire(new LiveChanged(found.channel(), found.startedAt()));
            return found.channel();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the publish", e);
        }
    }

    /**
     * The connection is gone: what it carries waits for its encoder, or ends where the channel has no grace. A fence that
     * carries nothing (any more) changes nothing, and is recorded.
     */
    public void done(Fence fence) {
        try (var connection = dataSource.getConnection()) {
            if (!interrupt(connection, fence, "done")) {
                record(connection, fence);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the end of a publish", e);
        }
    }

    /** As {@link #done}, by what the reconciler saw. */
    void lost(Fence fence) {
        try (var connection = dataSource.getConnection()) {
            interrupt(connection, fence, "lost");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the loss of an encoder", e);
        }
    }

    /** The connection is there after all: its broadcast goes on. Tells whether it is one that was believed lost. */
    boolean found(Fence fence) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FOUND)) {
            bind(statement, 1, fence);
            try (var rows = statement.executeQuery()) {
                var found = rows.next();
                if (found) {
                    changed.fire(new LiveChanged(rows.getString(1), instant(rows, 2)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take an encoder back", e);
        }
    }

    private record Found(String channel, boolean allowed, Instant startedAt) {
        boolean live() {
            return startedAt != null;
        }
    }

    private static Optional<Found> publish(
            Connection connection, Secret key, Fence fence, String address, OffsetDateTime now) throws SQLException {
        try (var statement = connection.prepareStatement(PUBLISH)) {
            statement.setBytes(1, key.hash());
            bind(statement, 2, fence);
            statement.setObject(5, now);
            statement.setObject(6, now);
            statement.setObject(7, now);
            statement.setString(8, address);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(rows.getString(1), rows.getBoolean(2), instant(rows, 3)))
                        : Optional.empty();
            }
        }
    }

    /** Ends what only seems to have the channel, or lets who has it give way; tells whether another try is worth it. */
    private boolean makeWay(
            Connection connection, Secret key, String channel, Fence fence, String address, OffsetDateTime now)
            throws SQLException {
        var rival = rival(connection, key);
        if (rival.isEmpty()) {
            deadlines.endOver();
            return true;
        }
        var there = rival.get();
        if (there.isOfEarlierBootThan(fence)) {
            interrupt(connection, there.fence(), "lost");
            return true;
        }
        if (there.isElsewhere(address) && note(connection, "second-address", there.channelId(), fence, address, now)) {
            secondAddress.fire(new SecondAddress(channel, there.givesWay()));
        }
        if (!there.givesWay() || !nodes.drop(channel, there.fence())) {
            return false;
        }
        interrupt(connection, there.fence(), "taken-over");
        note(connection, "taken-over", there.channelId(), fence, address, now);
        return true;
    }

    private record Rival(long channelId, boolean givesWay, Fence fence, String address) {

        /** Whether its nginx was started anew since, and with it all its connections are gone. */
        boolean isOfEarlierBootThan(Fence other) {
            return fence.node().equals(other.node()) && !fence.boot().equals(other.boot());
        }

        boolean isElsewhere(String otherAddress) {
            return address != null && otherAddress != null && !address.equals(otherAddress);
        }
    }

    private static Optional<Rival> rival(Connection connection, Secret key) throws SQLException {
        try (var statement = connection.prepareStatement(RIVAL)) {
            statement.setBytes(1, key.hash());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Rival(
                                rows.getLong("id"),
                                rows.getBoolean("gives_way"),
                                new Fence(rows.getString("node"), rows.getString("boot"), rows.getLong("client_id")),
                                rows.getString("address")))
                        : Optional.empty();
            }
        }
    }

    /** Ends the segment of the fence; tells whether there was an open one. */
    private boolean interrupt(Connection connection, Fence fence, String endedBy) throws SQLException {
        try (var statement = connection.prepareStatement(DONE)) {
            statement.setObject(1, now());
            statement.setString(2, endedBy);
            bind(statement, 3, fence);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                changed.fire(
                        rows.getBoolean("ended")
                                ? LiveChanged.off(rows.getString("name"))
                                : new LiveChanged(rows.getString("name"), instant(rows, 2), instant(rows, 4)));
                return true;
            }
        }
    }

    private void record(Connection connection, Fence fence) throws SQLException {
        LOG.log(Level.INFO, "A late publish_done of {0} {1} changes nothing", fence.node(), fence.clientId());
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setObject(1, now());
            bind(statement, 2, fence);
            statement.executeUpdate();
        }
    }

    /** Records it, and tells whether it is the channel's first of its kind for an hour. */
    private static boolean note(
            Connection connection, String kind, long channelId, Fence fence, String address, OffsetDateTime now)
            throws SQLException {
        try (var statement = connection.prepareStatement(NOTE)) {
            statement.setObject(1, now);
            statement.setString(2, kind);
            statement.setLong(3, channelId);
            bind(statement, 4, fence);
            statement.setString(7, address);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        var time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void bind(PreparedStatement statement, int first, Fence fence) throws SQLException {
        statement.setString(first, fence.node());
        statement.setString(first + 1, fence.boot());
        statement.setLong(first + 2, fence.clientId());
    }
}
