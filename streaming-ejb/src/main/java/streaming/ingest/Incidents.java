package streaming.ingest;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;

/** What owners should know of their stream keys. */
@Stateless
public class Incidents {

    private static final int LAST = 100;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Channels channels;

    /**
     * The last of a channel, the latest first.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    @SuppressWarnings("unchecked") // addScalar gives up the query's type
    public List<KeyIncident> list(SignedIn who, String channel) {
        if (!channels.isOwn(who, channel)) {
            throw new NotYourChannel(channel);
        }
        List<Tuple> rows = entityManager
                .createNativeQuery("""
                        select i.at, i.kind, i.key_name, i.address
                        from ingest_incidents i join channels c on c.id = i.channel_id
                        where c.name = :channel and i.key_name is not null
                        order by i.id desc limit :last
                        """, Tuple.class)
                .setParameter("channel", channel)
                .setParameter("last", LAST)
                .unwrap(NativeQuery.class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("key_name", String.class)
                .addScalar("address", String.class)
                .getResultList();
        return rows.stream()
                .map(row -> new KeyIncident(
                        row.get("at", Instant.class),
                        row.get("kind", String.class),
                        row.get("key_name", String.class),
                        row.get("address", String.class)))
                .toList();
    }
}
