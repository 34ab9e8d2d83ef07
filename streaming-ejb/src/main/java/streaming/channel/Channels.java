package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import streaming.account.SignedUp;
import streaming.audience.Audience;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;
import streaming.shared.Page;
import streaming.shared.Seal;
import streaming.shared.Secret;

/** Makes, finds and edits channels. Each public method is one transaction. */
@Stateless
public class Channels {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Audience audience;

    @Inject
    Seal seal;

    @Inject
    Validator validator;

    @Inject
    Event<ChannelEdited> edited;

    @Inject
    Clock clock;

    /** Every account gets its channel and its stream key with it, in the transaction of the sign-up. */
    public void open(@Observes SignedUp signedUp) {
        var channel = new Channel(signedUp.account(), clock.instant());
        entityManager.persist(channel);
        entityManager.persist(new StreamKey(channel, Secret.random(), seal, clock.instant()));
    }

    public Optional<ChannelJson> find(String name) {
        return entityManager
                .createQuery("""
                        select c as channel, b.startedAt as startedAt, p.name as preview from Channel c
                        left join Broadcast b on b.channel = c and b.endedAt is null
                        left join Preview p on p.broadcastId = b.id
                        where c.name = :name
                        """, Tuple.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(row -> json(
                        row.get("channel", Channel.class),
                        row.get("startedAt", Instant.class),
                        row.get("preview", String.class)));
    }

    /** The channel; refuses with {@link NoSuchChannel}. */
    public ChannelJson get(String name) {
        return find(name).orElseThrow(() -> new NoSuchChannel(name));
    }

    /** The channel's number, by which other features know it. */
    public Optional<Long> findId(String name) {
        return entityManager
                .createQuery("select c.id from Channel c where c.name = :name", Long.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Whether the channel is the caller's own; refuses with {@link NoSuchChannel}. */
    public boolean isOwn(SignedIn who, String name) {
        return entityManager
                .createQuery("select c.owner.id from Channel c where c.name = :name", Long.class)
                .setParameter("name", name)
                .getResultStream()
                .map(owner -> owner == who.id())
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
    }

    /** All that is live, most watched first. */
    public List<ChannelJson> live() {
        return list(ChannelFilter.LIVE).items();
    }

    public Page<ChannelJson> list(ChannelFilter filter) {
        return new ChannelListing(filter, audience.totals()).run(entityManager);
    }

    /**
     * Changes what the edit names.
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public ChannelJson edit(SignedIn who, String name, ChannelEdit edit) {
        InvalidInput.check(validator, edit);
        var channel = entityManager
                .createQuery("select c from Channel c where c.name = :name", Channel.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
        if (!channel.isOwnedBy(who)) {
            throw new NotYourChannel(name);
        }
        channel.edit(edit);
        edited.fire(new ChannelEdited(name, channel.title()));
        entityManager.flush();
        return get(name);
    }

    private ChannelJson json(Channel channel, Instant startedAt, String preview) {
        return ChannelJson.of(
                channel.name(),
                channel.title(),
                channel.bio(),
                channel.language(),
                channel.createdAt(),
                startedAt,
                audience.of(channel.name()),
                channel.counts(),
                preview,
                ChannelImagesJson.of(
                        channel.name(),
                        channel.image(ChannelImage.AVATAR),
                        channel.image(ChannelImage.COVER),
                        channel.image(ChannelImage.THUMBNAIL)));
    }
}
