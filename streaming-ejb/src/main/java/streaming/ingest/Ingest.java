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
import streaming.shared.Problem;
import streaming.shared.Secret;

/**
 * An encoder comes and goes. Every reconnecting encoder of a restarted node arrives here at once, so each call is one
 * SQL statement: atomic by itself, one round trip, committed when it returns.
 */
@ApplicationScoped
public class Ingest {

    private static final Logger LOG = System.getLogger(Ingest.class.getName());

    /** The key that an encoder came with: by its own hash, or as one that was replaced while a broadcast ran with it. */
    private static final String KEY = """
            with key as (
                select id, channel_id, name, expires_at, networks, cast(null as bigint) as only_for,
                       cast(null as timestamptz) as retired_at
                from stream_keys where hash = ?
                union all
                select k.id, k.channel_id, k.name, k.expires_at, k.networks, r.broadcast_id, r.retired_at
                from retired_stream_keys r
                join stream_keys k on k.id = r.key_id
                join broadcasts b on b.id = r.broadcast_id and b.ended_at is null
                where r.hash = ?
            )""";

    // The partial unique index on open broadcasts decides between encoders that come at the same instant. One whose
    // broadcast waits for it goes on with that, and a key that was replaced does nothing else. nginx asks again where
    // it
    // got no answer: who has the channel keeps it.
    private static final String PUBLISH = KEY + """
            , found as (
                select c.id, c.name, c.title, c.grace_seconds, k.id as key_id, k.name as key_name, k.only_for,
                       case when not (a.active and a.banned_at is null) then 'owner-shut-out'
                            when k.expires_at <= ? then 'expired-key'
                            when cardinality(k.networks) > 0
                                 and not coalesce(cast(? as inet) <<= any (cast(k.networks as cidr[])), false)
                                then 'foreign-network' end as refusal
                from key k
                join channels c on c.id = k.channel_id
                join accounts a on a.id = c.owner_id
            ), fence as (
                select cast(? as text) as node, cast(? as text) as boot, cast(? as bigint) as client_id
            ), taken as (
                select b.channel_id, b.started_at
                from ingest_segments s join fence f using (node, boot, client_id) join broadcasts b on b.id = s.broadcast_id
                where s.ended_at is null
            ), resumed as (
                update broadcasts b set interrupted_at = null
                from found
                where b.channel_id = found.id and found.refusal is null and not exists (select from taken)
                  and b.id = coalesce(found.only_for, b.id)
                  and b.ended_at is null and b.interrupted_at > ? - make_interval(secs => found.grace_seconds)
                returning b.id, b.started_at
            ), begun as (
                insert into broadcasts (channel_id, title, started_at)
                select id, title, ? from found
                where refusal is null and only_for is null
                  and not exists (select from taken) and not exists (select from resumed)
                on conflict (channel_id) where ended_at is null do nothing
                returning id, started_at
            ), carried as (
                select * from resumed union all select * from begun
            ), segment as (
                insert into ingest_segments (broadcast_id, node, boot, client_id, started_at, key_id, address)
                select carried.id, fence.node, fence.boot, fence.client_id, ?, found.key_id, ? from carried, fence, found
            )
            select id, name, key_name, refusal,
                   coalesce((select started_at from carried),
                            (select started_at from taken where channel_id = found.id and refusal is null)) as started_at
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

    /** The connection that has the channel. To a key that was replaced, it gives way only if it came with that itself. */
    private static final String RIVAL = KEY + """
            select s.key_id = k.id as same_key,
                   c.take_over and s.key_id = k.id and (k.retired_at is null or s.started_at <= k.retired_at) as gives_way,
                   s.node, s.boot, s.client_id, s.address
            from key k
            join channels c on c.id = k.channel_id
            join broadcasts b on b.channel_id = c.id and b.ended_at is null
            join ingest_segments s on s.broadcast_id = b.id and s.ended_at is null
            """;

    // Once a minute: an encoder that is refused comes again every few seconds.
    private static final String NOTE = """
            insert into ingest_incidents (at, kind, channel_id, key_name, node, boot, client_id, address)
            select f.at, f.kind, f.channel_id, f.key_name, ?, ?, ?, f.address
            from (select cast(? as timestamptz) as at, cast(? as text) as kind, cast(? as bigint) as channel_id,
                         cast(? as text) as key_name, cast(? as text) as address) f
            where not exists (select from ingest_incidents i
                              where i.channel_id = f.channel_id and i.kind = f.kind and i.key_name = f.key_name
                                and i.address is not distinct from f.address and i.at > f.at - interval '1 minute')
            returning not exists (select from ingest_incidents i
                                  where i.channel_id = ingest_incidents.channel_id and i.kind = ingest_incidents.kind
                                    and i.key_name = ingest_incidents.key_name
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
     * @throws StreamKeyExpired its time is over
     * @throws ForeignNetwork the encoder is in none of its networks
     * @throws AlreadyLive another encoder carries the channel, and does not give way
     */
    public String publish(Secret key, Fence fence, String address) {
        var now = now();
        try (var connection = dataSource.getConnection()) {
            var found = publish(connection, key, fence, address, now).orElseThrow(NoSuchStreamKey::new);
            if (found.refusal() != null) {
                throw refusal(connection, found, fence, address, now);
            }
            if (!found.live() && makeWay(connection, key, found, fence, address, now)) {
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

    /** Whose key it is; {@code refusal} says why it lets nobody in, {@code startedAt} since when it carries what. */
    private record Found(long channelId, String channel, String key, String refusal, Instant startedAt) {
        boolean live() {
            return startedAt != null;
        }
    }

    private static Optional<Found> publish(
            Connection connection, Secret key, Fence fence, String address, OffsetDateTime now) throws SQLException {
        try (var statement = connection.prepareStatement(PUBLISH)) {
            statement.setBytes(1, key.hash());
            statement.setBytes(2, key.hash());
            statement.setObject(3, now);
            statement.setString(4, address);
            bind(statement, 5, fence);
            statement.setObject(8, now);
            statement.setObject(9, now);
            statement.setObject(10, now);
            statement.setString(11, address);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                instant(rows, 5)))
                        : Optional.empty();
            }
        }
    }

    /** What the encoder is told; what its owner can do about it is kept for them to read. */
    private static Problem refusal(Connection connection, Found found, Fence fence, String address, OffsetDateTime now)
            throws SQLException {
        if (found.refusal().equals("owner-shut-out")) {
            return new OwnerShutOut(found.channel());
        }
        note(connection, found.refusal(), found, fence, address, now);
        return found.refusal().equals("expired-key")
                ? new StreamKeyExpired(found.channel())
                : new ForeignNetwork(found.channel());
    }

    /** Ends what only seems to have the channel, or lets who has it give way; tells whether another try is worth it. */
    private boolean makeWay(
            Connection connection, Secret key, Found found, Fence fence, String address, OffsetDateTime now)
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
        if (there.isSameKeyElsewhere(address) && note(connection, "second-address", found, fence, address, now)) {
            secondAddress.fire(new SecondAddress(found.channel(), found.key(), there.givesWay()));
        }
        if (!there.givesWay() || !nodes.drop(found.channel(), there.fence())) {
            return false;
        }
        interrupt(connection, there.fence(), "taken-over");
        note(connection, "taken-over", found, fence, address, now);
        return true;
    }

    private record Rival(boolean sameKey, boolean givesWay, Fence fence, String address) {

        /** Whether its nginx was started anew since, and with it all its connections are gone. */
        boolean isOfEarlierBootThan(Fence other) {
            return fence.node().equals(other.node()) && !fence.boot().equals(other.boot());
        }

        boolean isSameKeyElsewhere(String otherAddress) {
            return sameKey && address != null && otherAddress != null && !address.equals(otherAddress);
        }
    }

    private static Optional<Rival> rival(Connection connection, Secret key) throws SQLException {
        try (var statement = connection.prepareStatement(RIVAL)) {
            statement.setBytes(1, key.hash());
            statement.setBytes(2, key.hash());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Rival(
                                rows.getBoolean("same_key"),
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

    /** Records it, and tells whether it is the key's first of its kind for an hour. */
    private static boolean note(
            Connection connection, String kind, Found found, Fence fence, String address, OffsetDateTime now)
            throws SQLException {
        try (var statement = connection.prepareStatement(NOTE)) {
            bind(statement, 1, fence);
            statement.setObject(4, now);
            statement.setString(5, kind);
            statement.setLong(6, found.channelId());
            statement.setString(7, found.key());
            statement.setString(8, address);
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
