package streaming.limit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.audit.Audit;
import streaming.shared.Database;
import streaming.shared.Secret;

/**
 * Slows down who guesses: after so many failures in so much time ({@link Limit#FAILURES}) each next try has to wait, for
 * twice as long as the last, at most {@link #LONGEST}. A subject is anything that is guessed at, such as a login, whether
 * it exists or not. One try at a time is let through then, however many come at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FailedAttempts {

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(5);

    // from the number of failures n, with the number that is free, the first delay and the longest
    private static final String DELAY = "least(cast(? as interval) * power(2, least(n - ?, 20)), cast(? as interval))";

    private static final String CHECK = """
            update failed_attempts set (blocked, free_at) = (
                select free_at > now.at, case when free_at > now.at then free_at else now.at + %s end
                from (select cast(? as timestamptz) as at, failures as n) now)
            where key = ? and failures >= ? and forgotten_at > ?
            returning blocked, free_at
            """.formatted(DELAY);

    private static final String FAILED = """
            insert into failed_attempts as f (key, failures, free_at, forgotten_at) values (?, 1, ?, ?)
            on conflict (key) do update set (failures, free_at, forgotten_at) = (
                select n, excluded.free_at + delay,
                       case when n = 1 then excluded.forgotten_at
                            when delay > interval '0' then excluded.forgotten_at + delay else f.forgotten_at end
                from (select case when f.forgotten_at <= excluded.free_at then 1 else f.failures + 1 end as n) next,
                     lateral (select case when n < ? then interval '0' else %s end as delay) later)
            returning failures
            """.formatted(DELAY);

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    LimitConfig config;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Lets a try through, or not.
     *
     * @throws TooManyFailures too much went wrong with the subject: the next try has to wait
     */
    public void check(String subject) {
        config.find(Limit.FAILURES).ifPresent(rate -> check(subject, rate));
    }

    private void check(String subject, Rate rate) {
        var now = clock.instant();
        var at = now.atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CHECK)) {
            statement.setString(1, FIRST.toString());
            statement.setInt(2, rate.count());
            statement.setString(3, LONGEST.toString());
            statement.setObject(4, at);
            statement.setBytes(5, new Secret(subject).hash());
            statement.setInt(6, rate.count());
            statement.setObject(7, at);
            try (var rows = statement.executeQuery()) {
                if (rows.next() && rows.getBoolean("blocked")) {
                    var freeAt = rows.getObject("free_at", OffsetDateTime.class).toInstant();
                    throw new TooManyFailures(Duration.between(now, freeAt));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count", e);
        }
    }

    /** Notes a failure with the subject; {@code accountId} is whom it concerns, null if nobody. */
    public void failed(String subject, Long accountId) {
        config.find(Limit.FAILURES).ifPresent(rate -> failed(subject, accountId, rate));
    }

    private void failed(String subject, Long accountId, Rate rate) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FAILED)) {
            statement.setBytes(1, new Secret(subject).hash());
            statement.setObject(2, now);
            statement.setObject(3, now.plus(rate.period()));
            statement.setInt(4, rate.count());
            statement.setString(5, FIRST.toString());
            statement.setInt(6, rate.count());
            statement.setString(7, LONGEST.toString());
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getInt("failures") >= rate.count()) {
                    audit.refusal("attempts-delayed", accountId, "after " + rows.getInt("failures") + " failures");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count", e);
        }
    }

    /** Forgets the failures of a subject: it was proved, or what is guessed at is another now. */
    public void forget(String subject) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("delete from failed_attempts where key = ?")) {
            statement.setBytes(1, new Secret(subject).hash());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count", e);
        }
    }
}
