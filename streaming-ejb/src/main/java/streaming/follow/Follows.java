package streaming.follow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.query.NativeQuery;
import streaming.audience.Audience;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.shared.Cursor;
import streaming.shared.Page;

/**
 * Follows channels, and lists who does. A trigger counts followers where the rows are, see V13__follows.sql: two
 * statements of this class at the same time, or an account that goes, leave the count exact.
 */
@Stateless
public class Follows {

    /** Whether the caller may know what is on there. */
    private static final String SEEN =
            "(c.visibility in ('public', 'unlisted', 'followers') or admits(c.id, :account, :now))";

    private static final String MINE = """
            select c.id, c.name, case when %s then c.title else '' end as title, c.language, b.started_at, coalesce(a.viewers, 0) as viewers, c.followers,
                   f.followed_at, (select count(*) from follows where account_id = :account) as total
            from follows f
            join channels c on c.id = f.channel_id
            left join broadcasts b on b.channel_id = c.id and b.ended_at is null and %s
            left join unnest(cast(:watched as text[]), cast(:viewers as integer[])) as a (name, viewers)
                   on a.name = c.name and %s
            where f.account_id = :account %s
            order by b.id is not null desc, coalesce(a.viewers, 0) desc, f.followed_at desc, c.id desc
            """;

    private static final String AFTER = """
            and (b.id is not null, coalesce(a.viewers, 0), f.followed_at, c.id)
                < (:live, :fewer, cast(:earlier as timestamptz), :channel)
            """;

    private static final String FOLLOWERS = """
            select c.followers, a.id, a.username, f.followed_at from channels c
            left join lateral (
                select * from follows f where f.channel_id = c.id %s
                order by f.followed_at desc, f.account_id limit :size offset :first) f on true
            left join accounts a on a.id = f.account_id
            where c.name = :channel
            order by f.followed_at desc, f.account_id
            """;

    // the first part finds the place in the index
    private static final String EARLIER = """
            and f.followed_at <= cast(:earlier as timestamptz)
            and (f.followed_at < cast(:earlier as timestamptz) or f.account_id > :account)
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    Audience audience;

    @Inject
    Clock clock;

    /**
     * Follows the channel; who does already stays one follower, since the first time.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws CannotFollowYourself it is the caller's own
     */
    public void follow(SignedIn who, String channel) {
        if (channels.isOwn(who, channel)) {
            throw new CannotFollowYourself();
        }
        entityManager
                .createNativeQuery("""
                        insert into follows (account_id, channel_id, followed_at)
                        select :account, c.id, :now from channels c where c.name = :channel
                        on conflict do nothing
                        """)
                .setParameter("account", who.id())
                .setParameter("now", clock.instant())
                .setParameter("channel", channel)
                .executeUpdate();
    }

    /** Follows it no more; who does not, changes nothing. Refuses with {@link NoSuchChannel}. */
    public void unfollow(SignedIn who, String channel) {
        channels.isOwn(who, channel);
        entityManager
                .createNativeQuery("""
                        delete from follows f using channels c
                        where c.name = :channel and f.channel_id = c.id and f.account_id = :account
                        """)
                .setParameter("channel", channel)
                .setParameter("account", who.id())
                .executeUpdate();
    }

    /** How the caller stands to the channel; refuses with {@link NoSuchChannel}. */
    public FollowJson get(SignedIn who, String channel) {
        var row = rows("""
                        select c.followers, f.followed_at from channels c
                        left join follows f on f.channel_id = c.id and f.account_id = :account
                        where c.name = :channel
                        """)
                .addScalar("followers", Long.class)
                .addScalar("followed_at", Instant.class)
                .setParameter("account", who.id())
                .setParameter("channel", channel)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(channel));
        var since = row.get("followed_at", Instant.class);
        return new FollowJson(since != null, since, row.get("followers", Long.class));
    }

    /** Who follows the channel, latest first, from a page or after a cursor on; refuses with {@link NoSuchChannel}. */
    public Page<FollowerJson> followers(String channel, int page, int size, String after) {
        var cursor = FollowerCursor.of(after);
        var query = rows(FOLLOWERS.formatted(cursor == null ? "" : EARLIER))
                .addScalar("followers", Long.class)
                .addScalar("id", Long.class)
                .addScalar("username", String.class)
                .addScalar("followed_at", Instant.class)
                .setParameter("channel", channel)
                .setParameter("size", size)
                .setParameter("first", cursor == null ? (long) page * size : 0);
        if (cursor != null) {
            query.setParameter("earlier", cursor.followedAt()).setParameter("account", cursor.accountId());
        }
        var rows = query.getResultList();
        if (rows.isEmpty()) {
            throw new NoSuchChannel(channel);
        }
        var found = rows.stream()
                .filter(row -> row.get("username") != null) // the one row of a page without any
                .toList();
        var items = found.stream()
                .map(row -> new FollowerJson(row.get("username", String.class), row.get("followed_at", Instant.class)))
                .toList();
        var next = Cursor.after(found, size, row -> Cursor.text(row.get("followed_at", Instant.class), row.get("id")));
        return new Page<>(items, page, size, rows.get(0).get("followers", Long.class), next);
    }

    /** What the caller follows, from a page or after a cursor on: who is live first, most watched first. */
    public Page<FollowedChannelJson> list(SignedIn who, int page, int size, String after) {
        var totals = audience.totals();
        var cursor = FollowCursor.of(after);
        var query = rows(MINE.formatted(SEEN, SEEN, SEEN, cursor == null ? "" : AFTER))
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("title", String.class)
                .addScalar("language", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("viewers", Integer.class)
                .addScalar("followers", Long.class)
                .addScalar("followed_at", Instant.class)
                .addScalar("total", Long.class)
                .setParameter("watched", totals.keySet().toArray(String[]::new))
                .setParameter("viewers", totals.values().toArray(Integer[]::new))
                .setParameter("account", who.id())
                .setParameter("now", clock.instant())
                .setFirstResult(cursor == null ? Math.multiplyExact(page, size) : 0)
                .setMaxResults(size);
        if (cursor != null) {
            query.setParameter("live", cursor.live())
                    .setParameter("fewer", cursor.viewers())
                    .setParameter("earlier", cursor.followedAt())
                    .setParameter("channel", cursor.channelId());
        }
        var rows = query.getResultList();
        var total = rows.isEmpty() ? count(who) : rows.get(0).get("total", Long.class);
        var items = rows.stream().map(Follows::followed).toList();
        return new Page<>(items, page, size, total, Cursor.after(rows, size, Follows::cursor));
    }

    /** For a page beyond the end: no row bears the total there. */
    private long count(SignedIn who) {
        var count = entityManager
                .createNativeQuery("select count(*) from follows where account_id = :account", Long.class)
                .setParameter("account", who.id())
                .getSingleResult();
        return ((Number) count).longValue();
    }

    private static String cursor(Tuple row) {
        return Cursor.text(
                row.get("started_at") != null,
                row.get("viewers"),
                row.get("followed_at", Instant.class),
                row.get("id"));
    }

    private static FollowedChannelJson followed(Tuple row) {
        var startedAt = row.get("started_at", Instant.class);
        return new FollowedChannelJson(
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("language", String.class),
                startedAt != null,
                startedAt,
                row.get("viewers", Integer.class),
                row.get("followers", Long.class),
                row.get("followed_at", Instant.class));
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private NativeQuery<Tuple> rows(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    }
}
