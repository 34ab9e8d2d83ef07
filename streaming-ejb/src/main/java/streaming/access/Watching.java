package streaming.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import streaming.caller.SignedIn;
import streaming.shared.Database;
import streaming.shared.Problem;

/**
 * May this viewer watch this channel? The one answer for pages, API, sockets, video and recordings: one statement,
 * however many viewers it is about, of nothing that is remembered.
 */
@ApplicationScoped
public class Watching {

    /** For so long a password that was given once need not be given again. */
    public static final Duration PASSED = Duration.ofDays(30);

    // Each condition asks first whether it matters: for a public channel only its own row is read.
    private static final String STANDING = """
            select v.n, c.id, c.name, c.visibility, c.watch_role, coalesce(c.owner_id = v.account, false) as own,
                   c.visibility = 'followers' and exists (
                       select from follows f where f.channel_id = c.id and f.account_id = v.account) as follows,
                   case when c.visibility = 'ticket' then (
                       select t.expires_at is null or t.expires_at > now.time
                       from tickets t where t.channel_id = c.id and t.account_id = v.account) end as ticket,
                   c.visibility = 'password' and exists (
                       select from password_passes p
                       where p.channel_id = c.id and p.viewer = v.pass and p.proved_at >= c.watch_password_at
                         and p.proved_at > now.time - cast(? as interval)) as passed
            from channels c,
                 unnest(cast(? as bigint[]), cast(? as bytea[])) with ordinality as v (account, pass, n),
                 (select cast(? as timestamptz) as time) as now
            where c.name = ?
            order by v.n
            """;

    private static final String PROTECTED =
            "select name from channels where visibility not in ('public', 'unlisted') and name = any(?)";

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /**
     * Lets a viewer watch, or not.
     *
     * @return the channel's number; empty where no channel has this name
     * @throws Problem why not: {@link PasswordRequired}, {@link FollowRequired}, {@link TicketRequired},
     *     {@link RoleRequired}, or {@link streaming.caller.SignInRequired}
     */
    public Optional<Long> check(Viewer viewer, String channel) {
        var standing = find(viewer, channel);
        standing.flatMap(found -> found.refusal(viewer.account())).ifPresent(refusal -> {
            throw refusal;
        });
        return standing.map(Standing::channelId);
    }

    /** Why the viewer may not watch; empty if they may, or there is no such channel. */
    public Optional<Problem> refusal(Viewer viewer, String channel) {
        return find(viewer, channel).flatMap(found -> found.refusal(viewer.account()));
    }

    /** Those of many who may not watch. */
    public Set<Viewer> refused(Collection<Viewer> viewers, String channel) {
        var asked = List.copyOf(viewers);
        var standings = standings(
                asked.stream()
                        .map(viewer -> new Asked(viewer.account(), viewer.pass()))
                        .toList(),
                channel);
        var refused = new HashSet<Viewer>();
        for (int i = 0; i < asked.size(); i++) {
            if (i >= standings.size()
                    || standings.get(i).refusal(asked.get(i).account()).isPresent()) {
                refused.add(asked.get(i));
            }
        }
        return refused;
    }

    /** Those of these channels that are not for everybody. */
    public Set<String> findProtected(Collection<String> channels) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PROTECTED)) {
            statement.setArray(1, connection.createArrayOf("text", channels.toArray()));
            var found = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say which channels are for everybody", e);
        }
    }

    Optional<Standing> find(Viewer viewer, String channel) {
        return find(viewer.account(), viewer.pass(), channel);
    }

    /** Of an account, or of an anonymous viewer by what they gave the password as; either may be null. */
    Optional<Standing> find(SignedIn account, byte[] pass, String channel) {
        return standings(List.of(new Asked(account, pass)), channel).stream().findFirst();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asked(SignedIn account, byte[] pass) {}

    private List<Standing> standings(List<Asked> viewers, String channel) {
        try (var connection = dataSource.getConnection()) {
            return standings(connection, viewers, channel, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say who may watch", e);
        }
    }

    private static List<Standing> standings(Connection connection, List<Asked> viewers, String channel, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, PASSED.toString());
            statement.setArray(2, connection.createArrayOf("bigint", accounts(viewers)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", viewers.stream().map(Asked::pass).toArray(byte[][]::new)));
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setString(5, channel);
            var standings = new ArrayList<Standing>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    standings.add(Standing.of(rows));
                }
            }
            return standings;
        }
    }

    private static Long[] accounts(List<Asked> viewers) {
        return viewers.stream()
                .map(viewer ->
                        viewer.account() == null ? null : viewer.account().id())
                .toArray(Long[]::new);
    }
}
