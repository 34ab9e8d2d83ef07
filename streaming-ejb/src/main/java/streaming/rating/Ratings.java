package streaming.rating;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import streaming.caller.SignedIn;
import streaming.channel.Channels;
import streaming.channel.NoSuchChannel;
import streaming.shared.InvalidInput;

/** Rates channels. Triggers keep a channel's sum and count where the ratings are, see V13__follows.sql. */
@Stateless
public class Ratings {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    /**
     * Rates the channel, in place of what the caller thought before.
     *
     * @throws InvalidInput the stars are not one to five
     * @throws NoSuchChannel no channel has this name
     * @throws CannotRateYourself it is the caller's own
     */
    public void rate(SignedIn who, String channel, StarsJson rating) {
        InvalidInput.check(validator, rating);
        if (channels.isOwn(who, channel)) {
            throw new CannotRateYourself();
        }
        entityManager
                .createNativeQuery("""
                        insert into ratings (account_id, channel_id, stars, rated_at)
                        select :account, c.id, :stars, :now from channels c where c.name = :channel
                        on conflict (account_id, channel_id) do update
                        set stars = excluded.stars, rated_at = excluded.rated_at
                        """)
                .setParameter("account", who.id())
                .setParameter("stars", rating.stars().intValue())
                .setParameter("now", clock.instant())
                .setParameter("channel", channel)
                .executeUpdate();
    }

    /** Takes the caller's rating back; who gave none, changes nothing. Refuses with {@link NoSuchChannel}. */
    public void withdraw(SignedIn who, String channel) {
        channels.isOwn(who, channel);
        entityManager
                .createNativeQuery("""
                        delete from ratings r using channels c
                        where c.name = :channel and r.channel_id = c.id and r.account_id = :account
                        """)
                .setParameter("channel", channel)
                .setParameter("account", who.id())
                .executeUpdate();
    }

    /** What the caller thinks of the channel; refuses with {@link NoSuchChannel}. */
    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    public RatingJson get(SignedIn who, String channel) {
        Optional<Tuple> row = entityManager
                .createNativeQuery("""
                        select c.rating_sum, c.rating_count, r.stars from channels c
                        left join ratings r on r.channel_id = c.id and r.account_id = :account
                        where c.name = :channel
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("rating_sum", Long.class)
                .addScalar("rating_count", Long.class)
                .addScalar("stars", Integer.class)
                .setParameter("account", who.id())
                .setParameter("channel", channel)
                .getResultStream()
                .findFirst();
        return row.map(found -> RatingJson.of(
                        found.get("stars", Integer.class),
                        found.get("rating_sum", Long.class),
                        found.get("rating_count", Long.class)))
                .orElseThrow(() -> new NoSuchChannel(channel));
    }
}
