package streaming.studio;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import streaming.audience.Audience;
import streaming.caller.SignedIn;
import streaming.channel.Channel;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.ingest.StreamHealths;

/** How a channel runs now, and how its broadcasts went: for its owner, staff and admins. */
@Stateless
public class Studio {

    static final int LAST = 10;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    StreamHealths healths;

    @Inject
    Audience audience;

    /**
     * How the channel is doing right now.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel the caller is neither its owner nor staff
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no connection waits for nginx
    public StreamHealthJson health(SignedIn who, String channel) {
        var external = isExternal(open(who, channel));
        var health = healths.find(channel);
        return new StreamHealthJson(
                external || health.isPresent(),
                external,
                audience.of(channel),
                health.map(StreamHealthJson.Stream::of).orElse(null));
    }

    /** The last broadcasts, the latest first, by one statement. Refuses as {@link #health}. */
    @SuppressWarnings("unchecked") // addScalar gives up the query's type
    public List<BroadcastReport> broadcasts(SignedIn who, String channel) {
        var id = open(who, channel).id();
        List<Tuple> rows = entityManager
                .createNativeQuery("""
                        select b.id, b.title, b.started_at, b.ended_at, coalesce(max(m.peak), 0) as peak,
                               coalesce(array_agg(cast(m.mean as float8) order by m.minute)
                                            filter (where m.minute is not null), '{}') as minutes
                        from (select * from broadcasts where channel_id = :channel
                              order by started_at desc limit :last) b
                        left join broadcast_minutes m on m.broadcast_id = b.id
                        group by b.id, b.title, b.started_at, b.ended_at
                        order by b.started_at desc
                        """, Tuple.class)
                .setParameter("channel", id)
                .setParameter("last", LAST)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .addScalar("peak", Integer.class)
                .addScalar("minutes", Double[].class)
                .getResultList();
        return rows.stream().map(Studio::report).toList();
    }

    private static BroadcastReport report(Tuple row) {
        return BroadcastReport.of(
                row.get("id", Long.class),
                row.get("title", String.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("peak", Integer.class),
                Stream.of(row.get("minutes", Double[].class)).toList());
    }

    /** Whether what is on now comes from elsewhere. */
    private boolean isExternal(Channel channel) {
        return !entityManager
                .createQuery(
                        "select b.id from Broadcast b where b.channel = :channel and b.endedAt is null and b.hlsUrl is not null",
                        Long.class)
                .setParameter("channel", channel)
                .getResultList()
                .isEmpty();
    }

    private Channel open(SignedIn who, String name) {
        var channel = entityManager
                .createQuery("select c from Channel c join fetch c.owner where c.name = :name", Channel.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
        if (!channel.isOwnedBy(who) && !who.staff() && !who.admin()) {
            throw new NotYourChannel(name);
        }
        return channel;
    }
}
