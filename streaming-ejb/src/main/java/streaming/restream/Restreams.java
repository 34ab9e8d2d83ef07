package streaming.restream;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.channel.Channel;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Seal;

/** The other servers that a channel is sent on to, for its owner alone. Each public method is one transaction. */
@Stateless
public class Restreams {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Validator validator;

    @Inject
    Seal seal;

    @Inject
    RestreamConfig config;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * All of a channel, the oldest first.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public List<RestreamJson> list(SignedIn who, String channel) {
        return of(own(who, channel, LockModeType.NONE)).stream()
                .map(restream -> RestreamJson.of(restream, clock.instant()))
                .toList();
    }

    /**
     * Sends the channel on to one more server, from now on. Refuses as {@link #list}, and:
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws TooManyRestreams there are as many as may be
     */
    public RestreamJson add(SignedIn who, String channel, NewRestream input) {
        InvalidInput.check(validator, input);
        var address = TargetAddress.of(input.address(), config.privateNetwork());
        var owned = own(who, channel, LockModeType.PESSIMISTIC_WRITE); // two at once are counted one by one
        var others = of(owned);
        if (others.size() >= config.most()) {
            throw new TooManyRestreams(config.most());
        }
        refuseTwins(others, input.name());
        var restream = new Restream(owned, input, address, seal, clock.instant());
        entityManager.persist(restream);
        audit.record("restream-added", who.id(), "%s to %s".formatted(channel, address.host()));
        return RestreamJson.of(restream, clock.instant());
    }

    /** Changes what the edit names; what is sent is sent anew. Refuses as {@link #add}, and with {@link NoSuchRestream}. */
    public RestreamJson edit(SignedIn who, String channel, UUID id, RestreamEdit edit) {
        InvalidInput.check(validator, edit);
        var owned = own(who, channel, LockModeType.PESSIMISTIC_WRITE);
        var restream = find(owned, id);
        if (edit.name() != null) {
            refuseTwins(
                    of(owned).stream().filter(other -> !other.uid().equals(id)).toList(), edit.name());
            restream.rename(edit.name());
        }
        if (edit.address() != null) {
            var address = TargetAddress.of(edit.address(), config.privateNetwork());
            restream.aim(address);
            audit.record("restream-changed", who.id(), "%s to %s".formatted(channel, address.host()));
        }
        if (edit.key() != null && !edit.key().isBlank()) {
            restream.replaceKey(edit.key(), seal);
        }
        if (edit.enabled() != null) {
            restream.enable(edit.enabled());
        }
        return RestreamJson.of(restream, clock.instant());
    }

    /** Sends it there no more. Refuses as {@link #list}, and with {@link NoSuchRestream}. */
    public void remove(SignedIn who, String channel, UUID id) {
        entityManager.remove(find(own(who, channel, LockModeType.PESSIMISTIC_WRITE), id));
        audit.record("restream-removed", who.id(), channel);
    }

    private static void refuseTwins(List<Restream> others, String name) {
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name.strip()))) {
            throw new InvalidInput("name", "Another of your servers has this name.");
        }
    }

    private List<Restream> of(Channel channel) {
        return entityManager
                .createQuery("select r from Restream r where r.channel = :channel order by r.id", Restream.class)
                .setParameter("channel", channel)
                .getResultList();
    }

    private Restream find(Channel channel, UUID id) {
        return of(channel).stream()
                .filter(restream -> restream.uid().equals(id))
                .findFirst()
                .orElseThrow(NoSuchRestream::new);
    }

    private Channel own(SignedIn who, String name, LockModeType lock) {
        var channel = entityManager
                .createQuery("select c from Channel c where c.name = :name", Channel.class)
                .setParameter("name", name)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
        if (channel.owner().id() != who.id()) {
            throw new NotYourChannel(name);
        }
        return channel;
    }
}
