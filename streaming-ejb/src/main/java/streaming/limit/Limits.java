package streaming.limit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.sql.DataSource;
import streaming.audit.Audit;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.gate.Network;
import streaming.shared.Database;
import streaming.shared.Secret;

/**
 * Counts what may be done only so often, on all nodes together: one statement a check, which commits by itself, so that
 * what is refused later counts, too. A bucket leaks evenly (the generic cell rate algorithm, ITU-T I.371 §A.1), so there
 * is no moment at which all of it is free again. Why no library: docs/adr/0006.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Limits {

    private static final String TAKE = """
            insert into rate_limits as r (name, key, empty_at) values (?, ?, ?)
            on conflict (name, key) do update set (empty_at, refused, refusals) = (
                select case when over.it_is then r.empty_at else next.empty_at end, over.it_is,
                       case when next.empty_at = excluded.empty_at then 0
                            when over.it_is then r.refusals + 1 else r.refusals end
                from (select greatest(r.empty_at + cast(? as interval), excluded.empty_at) as empty_at) next,
                     lateral (select next.empty_at > excluded.empty_at + cast(? as interval) as it_is) over)
            returning refused, refusals, empty_at
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    LimitConfig config;

    @Inject
    Caller caller;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Counts one more from where the device is; what has no address, such as a frame of a WebSocket, is not limited.
     *
     * @throws TooManyRequests it is one too many; it does not count then
     */
    public void check(Limit limit, Device device) {
        if (!device.address().isEmpty()) {
            check(limit, Network.subscriber(device.address()));
        }
    }

    /** Counts one more for a key, such as an account's number. Refuses as {@link #check(Limit, Device)}. */
    public void check(Limit limit, String key) {
        config.find(limit).ifPresent(rate -> take(limit, rate, key));
    }

    /**
     * Counts one more mail that somebody asks for, by who asks and by who gets it. Refuses as
     * {@link #check(Limit, Device)}.
     */
    public void checkMail(String recipient) {
        check(Limit.MAIL_BY_ADDRESS, caller.device());
        check(Limit.MAIL, recipient.strip().toLowerCase(Locale.ROOT));
    }

    /** As {@link #check(Limit, String)}, for where a refusal would tell what nobody is to know. */
    public boolean allows(Limit limit, String key) {
        try {
            check(limit, key);
            return true;
        } catch (TooManyRequests refused) {
            return false;
        }
    }

    private void take(Limit limit, Rate rate, String key) {
        var now = clock.instant();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, limit.code());
            statement.setBytes(2, new Secret(key).hash());
            statement.setObject(3, now.plus(rate.step()).atOffset(ZoneOffset.UTC));
            statement.setString(4, rate.step().toString());
            statement.setString(5, rate.period().minus(rate.step()).toString());
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getBoolean("refused")) {
                    var emptyAt =
                            rows.getObject("empty_at", OffsetDateTime.class).toInstant();
                    refuse(limit, rows.getInt("refusals"), wait(rate, emptyAt, now));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count", e);
        }
    }

    private static Duration wait(Rate rate, Instant emptyAt, Instant now) {
        return Duration.between(now, emptyAt.plus(rate.step()).minus(rate.period()));
    }

    /** A flood is noted once, when it begins. */
    private void refuse(Limit limit, int refusals, Duration wait) {
        if (refusals == 1) {
            audit.refusal("limit-reached", null, limit.code());
        }
        throw new TooManyRequests(wait);
    }
}
