package streaming.restream;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import streaming.encode.ProgramStatus;
import streaming.shared.Database;

/** Which node of the application sends what, by leases, and how it does. By JDBC, since every node asks each second. */
@ApplicationScoped
public class Sendings {

    /** A node that died is followed by another after this. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final String CLAIM = """
            update restreams r
            set holder = ?, leased_until = ?,
                state = case when r.holder = ? then r.state end,
                state_since = case when r.holder = ? then r.state_since end,
                trouble = case when r.holder = ? then r.trouble end,
                next_try_at = case when r.holder = ? then r.next_try_at end
            from channels c
            join broadcasts b on b.channel_id = c.id and b.ended_at is null
            join ingest_segments s on s.broadcast_id = b.id and s.ended_at is null
            where c.id = r.channel_id and r.enabled
              and (r.holder is null or r.holder = ? or r.leased_until < ?)
            returning r.id, r.version, r.name, r.address, r.sealed_key, c.name, s.node, b.id,
                case when c.visibility in ('public', 'unlisted') then 'hls' else 'sealed' end
            """;

    private static final String KEEP = """
            update restreams set state = ?, state_since = ?, trouble = ?, next_try_at = ? where id = ? and holder = ?
            """;

    private static final String RELEASE = """
            update restreams
            set holder = null, leased_until = null, state = null, state_since = null, trouble = null, next_try_at = null
            where id = ? and holder = ?
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** What is to be sent where, as it was named last; it is another one when any of it changes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by the version
    record Due(
            long id,
            long version,
            String name,
            String address,
            byte[] sealedKey,
            String channel,
            String node,
            long broadcastId,
            String application) {

        boolean isSame(Due other) {
            return other != null
                    && id == other.id
                    && version == other.version
                    && broadcastId == other.broadcastId
                    && node.equals(other.node)
                    && application.equals(other.application);
        }

        /** Never the key. */
        @Override
        public String toString() {
            return "%s of %s".formatted(name, channel);
        }
    }

    /** Renews what this node sends, and takes what nobody does; gives all of it. */
    List<Due> claim(String holder) {
        var now = clock.instant();
        return call(CLAIM, statement -> {
            set(statement, holder, now.plus(LEASE), holder, holder, holder, holder, holder, now);
            var due = new ArrayList<Due>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getBytes(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getLong(8),
                            rows.getString(9)));
                }
            }
            return due;
        });
    }

    /** Tells how it does. */
    void keep(long id, String holder, ProgramStatus status) {
        call(KEEP, statement -> {
            set(statement, word(status.state()), status.since(), status.trouble(), status.nextTry(), id, holder);
            return statement.executeUpdate();
        });
    }

    void release(long id, String holder) {
        call(RELEASE, statement -> {
            set(statement, id, holder);
            return statement.executeUpdate();
        });
    }

    private static String word(ProgramStatus.State state) {
        return switch (state) {
            case STARTING -> RestreamState.CONNECTING.text();
            case RUNNING -> RestreamState.SENDING.text();
            case WAITING -> RestreamState.WAITING.text();
        };
    }

    private interface Call<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T call(String sql, Call<T> call) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return call.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say what is sent where", e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
