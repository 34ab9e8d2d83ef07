package streaming.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import streaming.shared.Database;
import streaming.shared.Secret;

/**
 * Keys with which a node is tried out: each for one publish within a minute, in no list, to a stream that is no channel's.
 * Channels have no hyphen in their names, so their streams and these never meet.
 */
@ApplicationScoped
public class DoctorKeys {

    private static final String PREFIX = "doctor-";
    private static final Duration GOOD = Duration.ofMinutes(1);

    private static final String MAKE = """
            with forgotten as (delete from doctor_keys where made_at < ?)
            insert into doctor_keys (hash, node, made_at) values (?, ?, ?)
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Whether an encoder or nginx speaks of such a key; a look at the text alone. */
    static boolean isOne(String name) {
        return name != null && name.startsWith(PREFIX);
    }

    /** A new one, for this node alone. */
    public Secret make(String node) {
        var key = new Secret(PREFIX + Secret.random().text());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(MAKE)) {
            statement.setObject(1, now.minus(GOOD));
            statement.setBytes(2, key.hash());
            statement.setString(3, node);
            statement.setObject(4, now);
            statement.executeUpdate();
            return key;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a doctor's key", e);
        }
    }

    /** The name of the stream that the key publishes; nobody learns the key from it. */
    public static String stream(Secret key) {
        return PREFIX + HexFormat.of().formatHex(key.hash(), 0, 8);
    }

    /** Uses the key up; empty if it is none, or no more. */
    Optional<String> take(Secret key, String node) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "delete from doctor_keys where hash = ? and node = ? and made_at > ?")) {
            statement.setBytes(1, key.hash());
            statement.setString(2, node);
            statement.setObject(3, clock.instant().minus(GOOD).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1 ? Optional.of(stream(key)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a doctor's publish", e);
        }
    }
}
