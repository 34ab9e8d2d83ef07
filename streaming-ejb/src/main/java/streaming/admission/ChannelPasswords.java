package streaming.admission;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import streaming.access.Viewer;
import streaming.access.Watching;
import streaming.account.Passwords;
import streaming.caller.Device;
import streaming.channel.NoSuchChannel;
import streaming.gate.Network;
import streaming.limit.FailedAttempts;
import streaming.shared.Database;

/** Takes channels' passwords from viewers, and remembers who gave the right one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelPasswords {

    private static final String PASS = """
            insert into password_passes (channel_id, viewer, proved_at)
            select id, ?, ? from channels where name = ?
            on conflict (channel_id, viewer) do update set proved_at = excluded.proved_at
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Passwords passwords;

    @Inject
    FailedAttempts attempts;

    @Inject
    Clock clock;

    /**
     * Lets the viewer in from now on; one who asks for nothing but that needs to be known by an account or an id.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws WrongChannelPassword it is another, or the channel has none
     * @throws streaming.limit.TooManyFailures too many were wrong from where the device is
     */
    public void give(Viewer viewer, String channel, String password, Device device) {
        var subject = "password of channel " + channel + " from " + Network.subscriber(device.address());
        attempts.check(subject);
        try (var connection = dataSource.getConnection()) {
            var hash = hash(connection, channel);
            if (hash == null || !passwords.verify(password, hash)) {
                attempts.failed(subject, null);
                throw new WrongChannelPassword();
            }
            pass(connection, viewer, channel);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a channel's password", e);
        }
        attempts.forget(subject);
    }

    private static String hash(Connection connection, String channel) throws SQLException {
        try (var statement = connection.prepareStatement("select watch_password from channels where name = ?")) {
            statement.setString(1, channel);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new NoSuchChannel(channel);
                }
                return rows.getString(1);
            }
        }
    }

    private void pass(Connection connection, Viewer viewer, String channel) throws SQLException {
        var now = clock.instant();
        try (var statement = connection.prepareStatement(PASS);
                var old = connection.prepareStatement("delete from password_passes where proved_at < ?")) {
            statement.setBytes(1, viewer.pass());
            statement.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            statement.setString(3, channel);
            statement.executeUpdate();
            old.setObject(1, OffsetDateTime.ofInstant(now.minus(Watching.PASSED), ZoneOffset.UTC));
            old.executeUpdate();
        }
    }
}
