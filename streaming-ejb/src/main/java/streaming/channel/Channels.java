package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import streaming.account.SignedUp;
import streaming.audience.Audience;
import streaming.caller.SignedIn;
import streaming.catalog.Categories;
import streaming.catalog.Category;
import streaming.catalog.Tags;
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
    Categories categories;

    @Inject
    Tags tags;

    @Inject
    Validator validator;

    @Inject
    Event<ChannelEdited> edited;

    @Inject
    Clock clock;

    /** For how long new channels wait for their encoders. */
    @Inject
    @ConfigProperty(name = "streaming.grace.seconds", defaultValue = "30")
    int graceSeconds;

    /** Every account gets its channel and its stream key with it, in the transaction of the sign-up. */
    public void open(@Observes SignedUp signedUp) {
        var channel = new Channel(signedUp.account(), Duration.ofSeconds(graceSeconds), clock.instant());
        entityManager.persist(channel);
        entityManager.persist(new StreamKey(
                channel, new StreamKeyInput(StreamKey.FIRST, null, null), Secret.random(), seal, clock.instant()));
    }

    public Optional<ChannelJson> find(String name) {
        return ChannelRows.query(entityManager, """
                        select %s
                        from channels c
                        left join broadcasts b on b.channel_id = c.id and b.ended_at is null
                        %s
                        where c.name = :name
                        """.formatted(ChannelRows.COLUMNS, ChannelRows.JOINS))
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(row -> ChannelRows.json(row, audience.of(name)));
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

    /** All that is live, also what no list shows, most watched first. */
    public List<ChannelJson> live() {
        return ChannelListing.ofAllLive(audience.totals()).run(entityManager).items();
    }

    public Page<ChannelJson> list(ChannelFilter filter) {
        return new ChannelListing(filter, audience.totals()).run(entityManager);
    }

    /** Changes what the edit names, whoever changed it meanwhile. Refuses as {@link #edit(SignedIn, String, ChannelEdit, Long)}. */
    public ChannelJson edit(SignedIn who, String name, ChannelEdit edit) {
        return edit(who, name, edit, null);
    }

    /**
     * Changes what the edit names.
     *
     * @param version what the caller has seen; null for any
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     * @throws LostUpdate it is another version now
     */
    public ChannelJson edit(SignedIn who, String name, ChannelEdit edit, Long version) {
        InvalidInput.check(validator, edit);
        ChannelLanguage.checked(edit.language());
        var channel = own(who, name, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version != channel.version()) {
            throw new LostUpdate(name);
        }
        channel.edit(edit);
        if (edit.category() != null) {
            channel.file(category(edit.category()));
        }
        if (edit.tags() != null) {
            channel.tag(tags.take(edit.tags()));
        }
        if (edit.socialLinks() != null) {
            channel.link(SocialLink.checked(edit.socialLinks()));
        }
        entityManager.flush();
        var edited = get(name);
        this.edited.fire(new ChannelEdited(edited));
        return edited;
    }

    /** What becomes of the caller's broadcasts; refuses as {@link #rule}. */
    public IngestRules rules(SignedIn who, String name) {
        return own(who, name, LockModeType.NONE).rules();
    }

    /**
     * Changes that.
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public IngestRules rule(SignedIn who, String name, IngestRules rules) {
        InvalidInput.check(validator, rules);
        var channel = own(who, name, LockModeType.PESSIMISTIC_WRITE);
        channel.rule(rules);
        return channel.rules();
    }

    /** Locked, it is for one edit at a time: of two that saw the same version, the second is refused. */
    private Channel own(SignedIn who, String name, LockModeType lock) {
        var channel = entityManager
                .createQuery("select c from Channel c where c.name = :name", Channel.class)
                .setParameter("name", name)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
        if (!channel.isOwnedBy(who)) {
            throw new NotYourChannel(name);
        }
        return channel;
    }

    private Category category(String slug) {
        return slug.isBlank()
                ? null
                : categories
                        .find(slug)
                        .orElseThrow(() -> new InvalidInput("category", "There is no category %s.".formatted(slug)));
    }
}
