package streaming.recording;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import streaming.caller.SignedIn;
import streaming.channel.NoSuchChannel;
import streaming.channel.NotYourChannel;
import streaming.shared.InvalidInput;
import streaming.shared.Page;

/** What viewers find and owners decide about recordings. Each public method is one transaction. */
@Stateless
public class Recordings {

    /** What recordings take, those that are not ready with what lies on the ingest nodes. */
    private static final String BYTES = """
            select coalesce(sum(case when r.ready_at is null then f.bytes else r.bytes end), 0)
            from recordings r
            left join (select recording_id, sum(bytes) as bytes from recording_files group by recording_id) f
                on f.recording_id = r.id
            where r.deleted_at is null
            """;

    private static final int MOST_LISTED = 500;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    RecordingConfig config;

    @Inject
    RecordingAccess access;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    /**
     * What can be watched of a channel, the newest first; its owner sees the rest, too.
     *
     * @param viewer null for somebody who is not signed in
     * @throws NoSuchChannel no channel has this name
     */
    public Page<RecordingJson> of(SignedIn viewer, String channel, int page, int size) {
        var found = channel(channel);
        if (!access.mayWatch(channel)) {
            return new Page<>(List.of(), page, size, 0);
        }
        var all = viewer != null && (viewer.id() == found.get("owner", Long.class) || viewer.admin());
        var condition = " from Recording r where r.channel.id = :channel and r.deletedAt is null"
                + (all ? "" : " and r.readyAt is not null");
        var items = entityManager
                .createQuery("select r" + condition + " order by r.startedAt desc, r.id", Recording.class)
                .setParameter("channel", found.get("id"))
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultStream()
                .map(RecordingJson::of)
                .toList();
        var total = page == 0 && items.size() < size
                ? items.size()
                : entityManager
                        .createQuery("select count(r)" + condition, Long.class)
                        .setParameter("channel", found.get("id"))
                        .getSingleResult();
        return new Page<>(items, page, size, total);
    }

    /** One that this viewer may watch; refuses with {@link NoSuchRecording}. */
    public RecordingJson get(SignedIn viewer, UUID id) {
        var recording = find(id, LockModeType.NONE);
        var own = viewer != null && (recording.isOwnedBy(viewer) || viewer.admin());
        var shown = recording.state() == RecordingState.READY
                && access.mayWatch(recording.channel().name());
        if (!own && !shown) {
            throw new NoSuchRecording();
        }
        return RecordingJson.of(recording);
    }

    /**
     * Changes what the edit names.
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchRecording there is none with this id
     * @throws NotYourChannel somebody else owns it
     */
    public RecordingJson edit(SignedIn who, UUID id, RecordingEdit edit) {
        InvalidInput.check(validator, edit);
        var recording = own(who, id);
        recording.edit(edit);
        return RecordingJson.of(recording);
    }

    /**
     * Deletes it; an admin deletes anybody's. Nobody sees it from now on, its files go within seconds.
     *
     * @throws StillRecording its broadcast is on
     */
    public void delete(SignedIn who, UUID id) {
        var recording = who.admin() ? find(id, LockModeType.PESSIMISTIC_WRITE) : own(who, id);
        if (recording.state() == RecordingState.RECORDING) {
            throw new StillRecording();
        }
        recording.delete(clock.instant());
    }

    /** Has one that failed remuxed once more; any other stays as it is. */
    public void retry(SignedIn who, UUID id) {
        own(who, id);
        entityManager
                .createNativeQuery("""
                        update recordings set failed_at = null, attempts = 0, due_at = :now
                        where id = :id and failed_at is not null
                        """)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** What becomes of the caller's broadcasts; refuses as {@link #rule}. */
    public RecordingRules rules(SignedIn who, String channel) {
        var found = own(who, channel);
        return new RecordingRules(found.get("records", Boolean.class), found.get("days", Integer.class));
    }

    /**
     * Changes that.
     *
     * @throws InvalidInput with the fields that break a rule
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public RecordingRules rule(SignedIn who, String channel, RecordingRules rules) {
        InvalidInput.check(validator, rules);
        if (rules.days() != null && config.days() > 0 && rules.days() > config.days()) {
            throw new InvalidInput("days", "This site keeps recordings for at most %d days.".formatted(config.days()));
        }
        var found = own(who, channel);
        entityManager
                .createNativeQuery("update channels set records = :records, recording_days = :days where id = :id")
                .setParameter("records", rules.records())
                .setParameter("days", rules.days())
                .setParameter("id", found.get("id"))
                .executeUpdate();
        return rules;
    }

    /** Whether the channel's broadcasts are recorded. */
    public boolean records(RecordingRules rules) {
        return rules.records() == null ? config.byDefault() : rules.records();
    }

    /** How much room the channel has, and how much of it is taken. */
    public RecordingUsage usage(String channel) {
        var bytes = (Number) entityManager
                .createNativeQuery(BYTES + " and r.channel_id = :channel")
                .setParameter("channel", channel(channel).get("id"))
                .getSingleResult();
        return RecordingUsage.of(bytes.longValue(), config.channelBytes());
    }

    /** The same of the whole site. */
    public RecordingUsage usage() {
        var bytes = (Number) entityManager.createNativeQuery(BYTES).getSingleResult();
        return RecordingUsage.of(bytes.longValue(), config.siteBytes());
    }

    /** All recordings for admins: first what needs their eye, then what takes the most room. */
    public List<RecordingJson> ofAll(SignedIn who) {
        if (!who.admin() && !who.staff()) {
            return List.of();
        }
        return entityManager
                .createQuery("""
                        select r from Recording r join fetch r.channel where r.deletedAt is null
                        order by case when r.trouble is not null or r.failedAt is not null then 0
                            when r.readyAt is null then 1 else 2 end, r.bytes desc, r.startedAt
                        """, Recording.class)
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(RecordingJson::of)
                .toList();
    }

    private Recording own(SignedIn who, UUID id) {
        var recording = find(id, LockModeType.PESSIMISTIC_WRITE);
        if (!recording.isOwnedBy(who)) {
            throw new NotYourChannel(recording.channel().name());
        }
        return recording;
    }

    private Recording find(UUID id, LockModeType lock) {
        return entityManager
                .createQuery("select r from Recording r where r.id = :id and r.deletedAt is null", Recording.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(NoSuchRecording::new);
    }

    private Tuple own(SignedIn who, String channel) {
        var found = channel(channel);
        if (found.get("owner", Long.class) != who.id()) {
            throw new NotYourChannel(channel);
        }
        return found;
    }

    private Tuple channel(String name) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                select id, owner_id as owner, records, recording_days as days
                                from channels where name = :name
                                """, Tuple.class)
                        .setParameter("name", name)
                        .getResultList())
                .stream().findFirst().map(Tuple.class::cast).orElseThrow(() -> new NoSuchChannel(name));
    }
}
