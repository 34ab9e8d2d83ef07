package streaming.encode;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import streaming.shared.Database;

/**
 * Which node of the application makes the renditions of which broadcast, by leases; and what viewers find of it. By JDBC,
 * since every node asks each second.
 */
@ApplicationScoped
public class Encodings {

    /** A node that died is followed by another after this. */
    static final Duration LEASE = Duration.ofSeconds(10);

    // What is ours stays ours; of what is nobody's, what began first, as far as there is room. What is not for
    // everybody
    // is encrypted, which renditions are not: it has none.
    private static final String CLAIM = """
            with live as (
                select b.id, c.name, s.node, e.holder, e.leased_until
                from broadcasts b
                join channels c on c.id = b.channel_id
                join ingest_segments s on s.broadcast_id = b.id and s.ended_at is null
                left join encodings e on e.broadcast_id = b.id
                where b.ended_at is null and c.visibility in ('public', 'unlisted')
            ), due as (
                select id from live where holder = ?
                union all
                (select id from live where holder is null or (holder <> ? and leased_until < ?) order by id limit ?)
            ), claimed as (
                insert into encodings as e (broadcast_id, holder, leased_until)
                select id, ?, ? from due
                on conflict (broadcast_id) do update set
                    holder = excluded.holder,
                    leased_until = excluded.leased_until,
                    renditions = case when e.holder = excluded.holder then e.renditions end,
                    playlist = case when e.holder = excluded.holder then e.playlist end,
                    trouble = case when e.holder = excluded.holder then e.trouble end
                where e.holder = excluded.holder or e.leased_until < ?
                returning broadcast_id
            )
            select live.id, live.name, live.node from live join claimed on claimed.broadcast_id = live.id
            """;

    private static final String KEEP =
            "update encodings set renditions = ?, playlist = ?, trouble = ? where broadcast_id = ? and holder = ?";

    private static final String RELEASE = "delete from encodings where broadcast_id = ? and holder = ?";

    private static final String PURGE = """
            delete from encodings e using broadcasts b where b.id = e.broadcast_id and b.ended_at is not null
            """;

    private static final String PLAYLIST = """
            select e.playlist
            from encodings e
            join broadcasts b on b.id = e.broadcast_id
            join channels c on c.id = b.channel_id
            where c.name = ? and b.ended_at is null and e.leased_until >= ? and e.playlist is not null
              and c.visibility in ('public', 'unlisted')
            """;

    private static final String REPORT = """
            select e.renditions, e.trouble, coalesce(e.leased_until >= ?, false)
            from broadcasts b
            join channels c on c.id = b.channel_id
            left join encodings e on e.broadcast_id = b.id
            where c.name = ? and b.ended_at is null and b.hls_url is null
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A broadcast whose renditions are ours to make, and the ingest node that its stream is at. */
    record Held(long broadcastId, String channel, String node) {}

    /**
     * Renews what this node has, and takes what nobody has.
     *
     * @param holder this node's run
     * @param room how many more it takes
     * @return all that it has now
     */
    List<Held> claim(String holder, int room) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return call("say whose renditions are whose", CLAIM, statement -> {
            set(statement, holder, holder, now, room, holder, now.plus(LEASE), now);
            var held = new ArrayList<Held>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(new Held(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return held;
        });
    }

    /** Shows this from now on: the names of what flows, its playlist, and what is the matter; each may be null. */
    void keep(long broadcastId, String holder, String renditions, String playlist, String trouble) {
        update(KEEP, renditions, playlist, trouble, broadcastId, holder);
    }

    void release(long broadcastId, String holder) {
        update(RELEASE, broadcastId, holder);
    }

    /** Forgets what is over. */
    void purge() {
        update(PURGE);
    }

    /** The master playlist of a live channel; none where it has no renditions now. */
    public Optional<String> findPlaylist(String channel) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return call("give a playlist", PLAYLIST, statement -> {
            set(statement, channel, now);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }

    /** What is made of the live broadcast of a channel; none where it has none, or its video is elsewhere. */
    public Optional<EncodingReport> findReport(String channel) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return call("say what is made of a broadcast", REPORT, statement -> {
            set(statement, now, channel);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new EncodingReport(rows.getString(1), rows.getString(2), rows.getBoolean(3)))
                        : Optional.empty();
            }
        });
    }

    private interface Call<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Object... values) {
        call("take what is encoded", sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    private <T> T call(String what, String sql, Call<T> call) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return call.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not " + what, e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
