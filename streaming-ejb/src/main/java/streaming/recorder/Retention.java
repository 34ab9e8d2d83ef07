package streaming.recorder;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.recording.RecordingConfig;
import streaming.shared.Database;

/**
 * Lets recordings go: those that are older than their channel or the site wants them, and of a channel whose space is
 * full the oldest. What its owner keeps goes by the site's days alone.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = System.getLogger(Retention.class.getName());

    private static final String EXPIRE = """
            update recordings r set deleted_at = now.time
            from channels c, (select cast(? as timestamptz) as time, cast(? as integer) as days) as now
            where c.id = r.channel_id and r.deleted_at is null and (r.ready_at is not null or r.failed_at is not null)
              and (now.days > 0 and r.started_at < now.time - make_interval(days => now.days)
                or not r.kept and r.started_at < now.time - make_interval(days => c.recording_days))
            """;

    // From the newest backwards: what does not fit any more goes, if it is ready and need not be kept.
    private static final String MAKE_ROOM = """
            with taken as (
                select r.id, r.ready_at, r.kept,
                    sum(case when r.ready_at is null then coalesce(f.bytes, 0) else r.bytes end) over (
                        partition by r.channel_id
                        order by r.ready_at is null desc, r.kept desc, r.started_at desc, r.id) as bytes
                from recordings r
                left join (select recording_id, sum(bytes) as bytes from recording_files group by recording_id) f
                    on f.recording_id = r.id
                where r.deleted_at is null
            )
            update recordings r set deleted_at = ?
            from taken
            where taken.id = r.id and taken.bytes > ? and taken.ready_at is not null and not taken.kept
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    RecordingConfig config;

    @Inject
    Clock clock;

    /** Deletes what is too old; tells how many. */
    int expire() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(EXPIRE)) {
            statement.setObject(1, now());
            statement.setInt(2, config.days());
            return said(statement.executeUpdate(), "too old");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not delete what is too old", e);
        }
    }

    /** Deletes the oldest of each channel that has more than it may; tells how many. */
    int makeRoom() {
        if (config.channelBytes() == Long.MAX_VALUE) {
            return 0;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MAKE_ROOM)) {
            statement.setObject(1, now());
            statement.setLong(2, config.channelBytes());
            return said(statement.executeUpdate(), "over their channel's quota");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not make room", e);
        }
    }

    private static int said(int deleted, String why) {
        if (deleted > 0) {
            LOG.log(Level.INFO, "{0} recordings are {1}: deleted", deleted, why);
        }
        return deleted;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
