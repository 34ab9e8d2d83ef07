package streaming.schedule;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import streaming.caller.SignedIn;
import streaming.channel.Channel;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.shared.InvalidInput;

/** What streamers plan. Each public method is one transaction. */
@Stateless
public class Schedule {

    private static final int MOST = 100;

    /** How long one that should have begun is still shown: streamers are late. */
    private static final Duration SHOWN_AFTER_START = Duration.ofHours(2);

    private static final Duration FARTHEST = Duration.ofDays(366);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    /** What a channel plans, the next first; refuses with {@link NoSuchChannel}. */
    public List<PlannedStreamJson> of(String channel) {
        var found = channel(channel, LockModeType.NONE);
        return entityManager
                .createQuery("""
                        select s from PlannedStream s where s.channel = :channel and s.startsAt > :since
                        order by s.startsAt, s.id
                        """, PlannedStream.class)
                .setParameter("channel", found)
                .setParameter("since", clock.instant().minus(SHOWN_AFTER_START))
                .setMaxResults(MOST)
                .getResultStream()
                .map(PlannedStreamJson::of)
                .toList();
    }

    /**
     * Plans a stream.
     *
     * @throws InvalidInput with the fields that break a rule; it begins within a year from now
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     * @throws ScheduleFull there are too many already
     */
    public PlannedStreamJson plan(SignedIn who, String channel, PlannedStreamInput input) {
        InvalidInput.check(validator, input);
        var now = clock.instant();
        if (!input.startsAt().isAfter(now) || input.startsAt().isAfter(now.plus(FARTHEST))) {
            throw new InvalidInput("startsAt", "Choose a time to come, within a year.");
        }
        var found = own(who, channel);
        var planned = entityManager
                .createQuery(
                        "select count(s) from PlannedStream s where s.channel = :channel and s.startsAt > :now",
                        Long.class)
                .setParameter("channel", found)
                .setParameter("now", now)
                .getSingleResult();
        if (planned >= MOST) {
            throw new ScheduleFull(MOST);
        }
        var stream = new PlannedStream(found, input, now);
        entityManager.persist(stream);
        return PlannedStreamJson.of(stream);
    }

    /** Takes a stream out again. Refuses as {@link #plan}, and with {@link NoSuchPlannedStream}. */
    public void cancel(SignedIn who, String channel, UUID id) {
        var gone = entityManager
                .createQuery("delete from PlannedStream s where s.channel = :channel and s.uid = :id")
                .setParameter("channel", own(who, channel))
                .setParameter("id", id)
                .executeUpdate();
        if (gone == 0) {
            throw new NoSuchPlannedStream();
        }
    }

    private Channel own(SignedIn who, String name) {
        var channel = channel(name, LockModeType.PESSIMISTIC_WRITE); // two plans at once are counted one by one
        if (channel.owner().id() != who.id()) {
            throw new NotYourChannel(name);
        }
        return channel;
    }

    private Channel channel(String name, LockModeType lock) {
        return entityManager
                .createQuery("select c from Channel c where c.name = :name", Channel.class)
                .setParameter("name", name)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
    }
}
