package streaming.audience;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import javax.sql.DataSource;
import streaming.shared.Database;
import streaming.shared.Secret;

/**
 * Counts each viewer once a broadcast. One statement takes all that a node has seen since the last; its key forgets who
 * is counted already, and a trigger adds the rest to the channel's count (V13__follows.sql). It speaks SQL: arrays are no
 * matter of entities.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Views {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    // In one order: nodes that count the same viewer at the same time must not wait for each other.
    private static final String COUNT = """
            insert into broadcast_views (broadcast_id, viewer)
            select distinct b.id, s.viewer
            from unnest(?::text[], ?::bytea[]) as s (channel, viewer)
            join channels c on c.name = s.channel
            join broadcasts b on b.channel_id = c.id and b.ended_at is null
            order by 1, 2
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from broadcast_views v using broadcasts b where b.id = v.broadcast_id and b.ended_at < ?
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A viewer of a live channel; what is kept of the id is its hash. */
    public record View(String channel, String viewerId) {}

    /** Counts them in the broadcasts that are on now; who is counted there already, is not counted again. */
    public void count(Collection<View> seen) {
        var channels = seen.stream().map(View::channel).toArray(String[]::new);
        var viewers =
                seen.stream().map(view -> new Secret(view.viewerId()).hash()).toArray(byte[][]::new);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, connection.createArrayOf("text", channels));
            statement.setArray(2, connection.createArrayOf("bytea", viewers));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not count views", e);
        }
    }

    /** Forgets who saw what ended a day ago; called by the clock. */
    public void forget() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Old views could not be forgotten", e);
        }
    }
}
