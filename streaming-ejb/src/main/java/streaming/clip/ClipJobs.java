package streaming.clip;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import streaming.shared.Database;

/** Who cuts which clip, by a claim and a lease as recordings have. */
@ApplicationScoped
public class ClipJobs {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 4;

    private static final String CLAIM = """
            update clips set due_at = ?, attempts = attempts + 1
            where id = (
                select id from clips
                where ready_at is null and failed_at is null and deleted_at is null and due_at <= ?
                order by due_at
                limit 1
                for update skip locked
            )
            returning id, attempts, recording_id, start_ms, length_ms
            """;

    private static final String READY = """
            update clips set ready_at = ?, bytes = ?, length_ms = ?
            where id = ? and attempts = ? and ready_at is null and deleted_at is null
            """;

    private static final String FAILED =
            "update clips set due_at = ?, failed_at = ? where id = ? and attempts = ? and ready_at is null";

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A clip that this node is to cut now; {@code recording} is null where that is gone. */
    record Job(UUID clip, int attempt, UUID recording, long startMs, long lengthMs) {}

    Optional<Job> claim() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, now().plus(LEASE));
            statement.setObject(2, now());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Job(
                                rows.getObject(1, UUID.class),
                                rows.getInt(2),
                                rows.getObject(3, UUID.class),
                                rows.getLong(4),
                                rows.getLong(5)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say what is to be cut", e);
        }
    }

    void ready(Job job, long bytes, long lengthMs) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(READY)) {
            statement.setObject(1, now());
            statement.setLong(2, bytes);
            statement.setLong(3, lengthMs);
            statement.setObject(4, job.clip());
            statement.setInt(5, job.attempt());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a clip", e);
        }
    }

    /** Has it tried again, or given up: for good, or after the last attempt. */
    void failed(Job job, boolean forGood) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FAILED)) {
            statement.setObject(1, now().plus(Duration.ofSeconds(10L << job.attempt())));
            if (forGood || job.attempt() >= MOST_ATTEMPTS) {
                statement.setObject(2, now());
            } else {
                statement.setNull(2, Types.TIMESTAMP_WITH_TIMEZONE);
            }
            statement.setObject(3, job.clip());
            statement.setInt(4, job.attempt());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take that a clip failed", e);
        }
    }

    /** What is to go with its files. */
    List<UUID> deleted() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select id from clips where deleted_at is not null");
                var rows = statement.executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say which clips are deleted", e);
        }
    }

    void forget(UUID clip) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("delete from clips where id = ? and deleted_at is not null")) {
            statement.setObject(1, clip);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not forget a clip", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
