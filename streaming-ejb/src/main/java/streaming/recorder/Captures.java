package streaming.recorder;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import streaming.ingest.RecordedFile;
import streaming.recording.RecordingConfig;
import streaming.recording.RecordingTrouble;
import streaming.shared.Database;

/** Which streams are to be recorded, and which file belongs to which recording. Each method is one SQL statement. */
@ApplicationScoped
public class Captures {

    /** So far the clocks of an ingest node and of the application may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final String WANTED = """
            with used as (
                select r.channel_id, sum(case when r.ready_at is null then coalesce(f.bytes, 0) else r.bytes end) as bytes
                from recordings r
                left join (select recording_id, sum(bytes) as bytes from recording_files group by recording_id) f
                    on f.recording_id = r.id
                where r.deleted_at is null
                group by r.channel_id
            )
            select s.id, b.id, c.id, c.name, s.started_at, r.trouble,
                coalesce((select bytes from used where channel_id = c.id), 0), coalesce((select sum(bytes) from used), 0)
            from ingest_segments s
            join broadcasts b on b.id = s.broadcast_id
            join channels c on c.id = b.channel_id
            left join recordings r on r.broadcast_id = b.id and r.closed_at is null
            where s.node = ? and s.ended_at is null and coalesce(c.records, ?)
            """;

    // The name of a file says whose it is and when it began: the segment of then, or the last before, is its own.
    private static final String ADOPT = """
            with carrier as (
                select b.id, b.channel_id, b.title, c.name
                from ingest_segments s
                join broadcasts b on b.id = s.broadcast_id
                join channels c on c.id = b.channel_id
                where c.name = ? and s.node = ? and s.started_at <= ?
                order by s.started_at desc
                limit 1
            ), opened as (
                insert into recordings (id, channel_id, broadcast_id, title, started_at)
                select gen_random_uuid(), channel_id, id, coalesce(nullif(title, ''), 'Stream of ' || name), ? from carrier
                on conflict (broadcast_id) where closed_at is null do nothing
                returning id
            ), target as (
                select id from opened
                union all
                select r.id from recordings r join carrier on r.broadcast_id = carrier.id and r.closed_at is null
                limit 1
            )
            insert into recording_files (node, name, recording_id, began_at, written_at, bytes)
            select ?, ?, id, ?, ?, ? from target
            on conflict do nothing
            """;

    private static final String GROW =
            "update recording_files set bytes = ?, written_at = ? where node = ? and name = ? and bytes < ?";

    // What is in trouble before anything was written has no recording yet.
    private static final String TROUBLE = """
            insert into recordings (id, channel_id, broadcast_id, title, started_at, trouble)
            select gen_random_uuid(), b.channel_id, b.id, coalesce(nullif(b.title, ''), 'Stream of ' || c.name), ?, ?
            from broadcasts b join channels c on c.id = b.channel_id
            where b.id = ?
            on conflict (broadcast_id) where closed_at is null do update set trouble = excluded.trouble
            """;

    private static final String WELL =
            "update recordings set trouble = null where broadcast_id = ? and closed_at is null and trouble is not null";

    private static final String CLOSE = """
            update recordings r set closed_at = ?, due_at = ?
            where r.closed_at is null
              and not exists (select from broadcasts b where b.id = r.broadcast_id and (b.ended_at is null or b.ended_at > ?))
            """;

    private static final String UNUSED = """
            select f.node, f.name from recording_files f join recordings r on r.id = f.recording_id
            where r.ready_at is not null or r.deleted_at is not null
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    RecordingConfig config;

    @Inject
    Clock clock;

    /** What comes in on a node and is to be recorded. */
    List<LiveSegment> wanted(String node) {
        return ask("which streams are to be recorded", WANTED, statement -> {
            statement.setString(1, node);
            statement.setBoolean(2, config.byDefault());
            var segments = new ArrayList<LiveSegment>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var trouble = rows.getString(6);
                    segments.add(new LiveSegment(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            trouble == null ? null : RecordingTrouble.valueOf(trouble),
                            rows.getLong(7),
                            rows.getLong(8)));
                }
            }
            return segments;
        });
    }

    /** The files of a node that belong to recordings, and how long they were when it was last noted. */
    Map<String, Long> known(String node) {
        return ask("which files it knows", "select name, bytes from recording_files where node = ?", statement -> {
            statement.setString(1, node);
            var known = new HashMap<String, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getLong(2));
                }
            }
            return known;
        });
    }

    /** Makes a file part of its broadcast's recording; tells whether there is such a broadcast. */
    boolean adopt(String node, RecordedFile file) {
        return ask("whose file that is", ADOPT, statement -> {
            statement.setString(1, file.channel());
            statement.setString(2, node);
            statement.setObject(3, at(file.beganAt().plus(SKEW)));
            statement.setObject(4, at(file.beganAt()));
            statement.setString(5, node);
            statement.setString(6, file.name());
            statement.setObject(7, at(file.beganAt()));
            statement.setObject(8, at(file.writtenAt()));
            statement.setLong(9, file.bytes());
            return statement.executeUpdate() > 0;
        });
    }

    /** Notes how long the files are now. */
    void grow(String node, List<RecordedFile> files) {
        ask("how long the files are", GROW, statement -> {
            for (var file : files) {
                statement.setLong(1, file.bytes());
                statement.setObject(2, at(file.writtenAt()));
                statement.setString(3, node);
                statement.setString(4, file.name());
                statement.setLong(5, file.bytes());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Notes why a broadcast is not recorded. */
    void trouble(long broadcastId, RecordingTrouble trouble) {
        ask("a trouble", TROUBLE, statement -> {
            statement.setObject(1, at(clock.instant()));
            statement.setString(2, trouble.name());
            statement.setLong(3, broadcastId);
            return statement.executeUpdate();
        });
    }

    /** Notes that it is. */
    void well(long broadcastId) {
        ask("the end of a trouble", WELL, statement -> {
            statement.setLong(1, broadcastId);
            return statement.executeUpdate();
        });
    }

    /** Lets the recordings of broadcasts be remuxed that have been over for so long. */
    int close(Duration since) {
        return ask("which broadcasts are over", CLOSE, statement -> {
            var now = clock.instant();
            statement.setObject(1, at(now));
            statement.setObject(2, at(now));
            statement.setObject(3, at(now.minus(since)));
            return statement.executeUpdate();
        });
    }

    /** Files that nobody needs: their recordings are ready, or deleted. */
    List<SourceFile> unused() {
        return ask("which files are unused", UNUSED, statement -> {
            var files = new ArrayList<SourceFile>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    files.add(new SourceFile(rows.getString(1), rows.getString(2)));
                }
            }
            return files;
        });
    }

    void forget(SourceFile file) {
        ask("that a file is gone", "delete from recording_files where node = ? and name = ?", statement -> {
            statement.setString(1, file.node());
            statement.setString(2, file.name());
            return statement.executeUpdate();
        });
    }

    /** What was deleted and has no file left on any node. */
    List<UUID> deleted() {
        return ids("""
                select id from recordings r
                where deleted_at is not null and not exists (select from recording_files where recording_id = r.id)
                """);
    }

    void forget(UUID recording) {
        ask("that a recording is gone", "delete from recordings where id = ? and deleted_at is not null", statement -> {
            statement.setObject(1, recording);
            return statement.executeUpdate();
        });
    }

    /** All that may have a folder. */
    List<UUID> all() {
        return ids("select id from recordings union all select id from clips");
    }

    private List<UUID> ids(String sql) {
        return ask("which recordings there are", sql, statement -> {
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** A file on an ingest node. */
    record SourceFile(String node, String name) {}

    private interface Question<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String what, String sql, Question<T> question) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.of(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take or tell " + what, e);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
