package streaming.remux;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import streaming.shared.Database;

/**
 * Who remuxes which recording. A claim is one SQL statement and a lease: who claims has the recording until the lease is
 * over, and renews it while it works; what a killed node had is due again by itself.
 */
@ApplicationScoped
public class RemuxJobs {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final int MOST_ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 300;

    private static final String CLAIM = """
            update recordings set due_at = ?, attempts = attempts + 1, progress = 0
            where id = (
                select id from recordings
                where closed_at is not null and ready_at is null and failed_at is null and deleted_at is null
                  and due_at <= ?
                order by due_at
                limit 1
                for update skip locked
            )
            returning id, attempts
            """;

    private static final String FILES = """
            select node, name, bytes, extract(epoch from written_at - began_at) * 1000 from recording_files
            where recording_id = ? order by began_at, name
            """;

    private static final String RENEW = """
            update recordings set due_at = ?, progress = ?
            where id = ? and attempts = ? and ready_at is null and failed_at is null and deleted_at is null
            """;

    private static final String READY = """
            update recordings set ready_at = ?, progress = null, reason = '', trouble = null,
                duration_ms = ?, bytes = ?, parts = ?, storyboard = ?, thumbnail = ?
            where id = ? and attempts = ? and ready_at is null and deleted_at is null
            """;

    private static final String FAILED = """
            update recordings set progress = null, reason = ?, due_at = ?, failed_at = ?
            where id = ? and attempts = ? and ready_at is null
            """;

    private static final String EMPTY =
            "update recordings set deleted_at = ?, progress = null where id = ? and attempts = ?";

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** What has waited longest, if anything is due. */
    Optional<RemuxJob> claim() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, now().plus(LEASE));
            statement.setObject(2, now());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(job(connection, rows.getObject(1, UUID.class), rows.getInt(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say what is to be remuxed", e);
        }
    }

    private static RemuxJob job(Connection connection, UUID recording, int attempt) throws SQLException {
        var files = new ArrayList<RemuxJob.File>();
        long bytes = 0;
        long about = 0;
        try (var statement = connection.prepareStatement(FILES)) {
            statement.setObject(1, recording);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    files.add(new RemuxJob.File(rows.getString(1), rows.getString(2)));
                    bytes += rows.getLong(3);
                    about += Math.max(0, rows.getLong(4));
                }
            }
        }
        return new RemuxJob(recording, attempt, files, bytes, about);
    }

    /** Keeps the job for another while; tells whether it still is this attempt's. */
    boolean renew(RemuxJob job, int percent) {
        return update(RENEW, now().plus(LEASE), percent, job.recording(), job.attempt());
    }

    /** Tells whether it was this attempt's to say. */
    boolean ready(RemuxJob job, Remux.Result result) {
        return update(
                READY,
                now(),
                result.duration().toMillis(),
                result.bytes(),
                result.parts(),
                result.storyboard(),
                result.storyboard(),
                job.recording(),
                job.attempt());
    }

    /** Nothing can be seen in it: it goes. */
    void empty(RemuxJob job) {
        update(EMPTY, now(), job.recording(), job.attempt());
    }

    /** Has it tried again, later each time; after the last attempt its owner may say so. */
    void failed(RemuxJob job, String reason) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempt(), MOST_ATTEMPTS));
        var over = job.attempt() >= MOST_ATTEMPTS ? now() : null;
        var shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        update(FAILED, shown, now().plus(pause), over, job.recording(), job.attempt());
    }

    private boolean update(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take what became of a recording", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
