package streaming.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.shared.Database;

/**
 * From how many devices an account watches at once what is not for everybody. Who was there first stays: a device that is
 * one too many is refused until another has stopped for {@link #LEASE}.
 */
@ApplicationScoped
public class WatchSessions {

    /** nginx asks again every five seconds of playback. */
    static final Duration LEASE = Duration.ofSeconds(15);

    // One statement sees none of its own changes: the others are counted as they were. Who is new comes after them all.
    private static final String SEEN = """
            with now as (select cast(? as timestamptz) as time, cast(? as timestamptz) as alive),
            gone as (
                delete from watch_sessions where (account_id, session) in (
                    select s.account_id, s.session from watch_sessions s, now
                    where s.seen_at < now.alive and (s.account_id, s.session) <> (?, ?)
                    order by s.seen_at limit 100 for update of s skip locked)
            ), mine as (
                select s.started_at from watch_sessions s, now
                where s.account_id = ? and s.session = ? and s.seen_at >= now.alive
            ), others as (
                select count(*) as number from watch_sessions s, now
                where s.account_id = ? and s.session <> ? and s.seen_at >= now.alive
                  and (s.started_at, s.session) < (coalesce((select started_at from mine), 'infinity'), ?)
            ), seen as (
                insert into watch_sessions as s (account_id, session, started_at, seen_at)
                select ?, ?, now.time, now.time from now, others where others.number < ?
                on conflict (account_id, session) do update set
                    started_at = case when s.seen_at >= (select alive from now) then s.started_at
                                      else excluded.started_at end,
                    seen_at = excluded.seen_at
            )
            select number from others
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    AccessConfig config;

    @Inject
    Clock clock;

    /**
     * Notes that an account watches from a device.
     *
     * @throws TooManySessions it watches from too many others
     */
    void seen(long account, long session) {
        if (config.sessions() == 0) {
            return;
        }
        var now = clock.instant();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SEEN)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.minus(LEASE).atOffset(ZoneOffset.UTC));
            for (int i = 3; i <= 7; i += 2) {
                statement.setLong(i, account);
                statement.setLong(i + 1, session);
            }
            statement.setLong(9, session);
            statement.setLong(10, account);
            statement.setLong(11, session);
            statement.setInt(12, config.sessions());
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getInt(1) >= config.sessions()) {
                    throw new TooManySessions(config.sessions());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count who watches", e);
        }
    }
}
