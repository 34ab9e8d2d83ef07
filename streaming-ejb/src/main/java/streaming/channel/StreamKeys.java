package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.shared.Seal;
import streaming.shared.Secret;

/** Stream keys, for their owners alone. */
@Stateless
public class StreamKeys {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Seal seal;

    @Inject
    Event<StreamKeyReplaced> replaced;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * The channel's key.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public String show(SignedIn who, String channel) {
        var key = get(who, channel).open(seal).text();
        audit.record("stream-key-shown", who.id(), channel);
        return key;
    }

    /**
     * Makes a new key; the old one goes live no more. Refuses as {@link #show}.
     *
     * @param endStream whether a broadcast that runs with the old one ends, or goes on
     */
    public String replace(SignedIn who, String channel, boolean endStream) {
        var key = Secret.random();
        get(who, channel).replace(key, seal, clock.instant());
        replaced.fire(new StreamKeyReplaced(channel, endStream));
        audit.record("stream-key-replaced", who.id(), channel);
        return key.text();
    }

    private StreamKey get(SignedIn who, String channel) {
        var key = entityManager
                .createQuery(
                        "select k from StreamKey k join fetch k.channel c where c.name = :channel", StreamKey.class)
                .setParameter("channel", channel)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(channel));
        if (!key.channel().isOwnedBy(who)) {
            throw new NotYourChannel(channel);
        }
        return key;
    }
}
