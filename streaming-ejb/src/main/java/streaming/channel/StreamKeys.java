package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;
import streaming.shared.Seal;
import streaming.shared.Secret;

/**
 * Stream keys, for their owners alone. Each method refuses with {@link NoSuchChannel} and {@link NotYourChannel}; those
 * that take a key's id with {@link NoSuchNamedKey}, too, and take null for the main one: the oldest.
 */
@Stateless
public class StreamKeys {

    private static final int MOST = 20;

    // Such a broadcast is not this key's to end, nor may this key come back to it.
    private static final String CARRIED_BY_ANOTHER = """
            b.hls_url is not null
            or coalesce((select s.key_id from ingest_segments s where s.broadcast_id = b.id order by s.id desc limit 1), :key) <> :key
            """;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Seal seal;

    @Inject
    Validator validator;

    @Inject
    Event<StreamKeyReplaced> replaced;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The channel's keys without their secrets, the main one first. */
    @SuppressWarnings("unchecked") // addScalar gives up the query's type
    public List<StreamKeyJson> list(SignedIn who, String channel) {
        List<Tuple> rows = entityManager
                .createNativeQuery("""
                        select k.uid, k.name, k.id = min(k.id) over () as main, k.created_at, k.expires_at, k.networks,
                               used.started_at as used_at, used.address
                        from stream_keys k
                        left join lateral (select s.started_at, s.address from ingest_segments s
                                           where s.key_id = k.id order by s.id desc limit 1) used on true
                        where k.channel_id = :channel
                        order by k.id
                        """, Tuple.class)
                .setParameter("channel", own(who, channel, LockModeType.NONE).id())
                .unwrap(NativeQuery.class)
                .addScalar("uid", UUID.class)
                .addScalar("name", String.class)
                .addScalar("main", Boolean.class)
                .addScalar("created_at", Instant.class)
                .addScalar("expires_at", Instant.class)
                .addScalar("networks", String[].class)
                .addScalar("used_at", Instant.class)
                .addScalar("address", String.class)
                .getResultList();
        return rows.stream().map(StreamKeys::json).toList();
    }

    private static StreamKeyJson json(Tuple row) {
        return new StreamKeyJson(
                row.get("uid", UUID.class),
                row.get("name", String.class),
                row.get("main", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class),
                List.of(row.get("networks", String[].class)),
                row.get("used_at", Instant.class),
                row.get("address", String.class),
                null);
    }

    /** A key with its secret. */
    public StreamKeyJson show(SignedIn who, String channel, UUID id) {
        var key = get(own(who, channel, LockModeType.NONE), id);
        audit.record("stream-key-shown", who.id(), detail(channel, key));
        return full(who, channel, key);
    }

    /** The secret of the main key. */
    public String show(SignedIn who, String channel) {
        return show(who, channel, null).key();
    }

    /**
     * Makes one more key.
     *
     * @throws InvalidInput with the fields that break a rule; it ends in times to come
     * @throws KeyNameTaken another one has this name
     * @throws TooManyStreamKeys there are too many already
     */
    public StreamKeyJson make(SignedIn who, String channel, StreamKeyInput input) {
        check(input, null);
        var own = own(who, channel, LockModeType.PESSIMISTIC_WRITE); // keys made at once are counted one by one
        if (keys(own).size() >= MOST) {
            throw new TooManyStreamKeys(MOST);
        }
        refuseTakenName(own, input, null);
        var key = new StreamKey(own, input, Secret.random(), seal, clock.instant());
        entityManager.persist(key);
        entityManager.flush();
        audit.record("stream-key-made", who.id(), detail(channel, key));
        return full(who, channel, key);
    }

    /** Changes name, end and networks of a key, for who comes from now on. Refuses as {@link #make}, too. */
    public StreamKeyJson change(SignedIn who, String channel, UUID id, StreamKeyInput input) {
        var own = own(who, channel, LockModeType.PESSIMISTIC_WRITE);
        var key = get(own, id);
        check(input, key.expiresAt());
        refuseTakenName(own, input, key);
        key.change(input);
        entityManager.flush();
        audit.record("stream-key-changed", who.id(), detail(channel, key));
        return full(who, channel, key).with(null);
    }

    /**
     * Gives a key another secret. A broadcast that runs with the old one goes on, and its encoder may come back to it with
     * that, until it ends; else the old one lets nobody in any more.
     *
     * @param endStream whether that broadcast ends now instead
     */
    public StreamKeyJson replace(SignedIn who, String channel, UUID id, boolean endStream) {
        var key = get(own(who, channel, LockModeType.PESSIMISTIC_WRITE), id);
        forgetRetired(key);
        if (!endStream) {
            retire(key);
        }
        end(channel, key, endStream);
        key.replace(Secret.random(), seal, clock.instant());
        entityManager.flush();
        audit.record("stream-key-replaced", who.id(), detail(channel, key));
        return full(who, channel, key);
    }

    /** Replaces the main key, and gives its secret. */
    public String replace(SignedIn who, String channel, boolean endStream) {
        return replace(who, channel, null, endStream).key();
    }

    /**
     * Revokes a key: it lets nobody in any more, also not back into what runs.
     *
     * @param endStream whether a broadcast that runs with it ends now
     * @throws LastStreamKey there is no other
     */
    public void revoke(SignedIn who, String channel, UUID id, boolean endStream) {
        var own = own(who, channel, LockModeType.PESSIMISTIC_WRITE);
        var key = get(own, id);
        if (keys(own).size() == 1) {
            throw new LastStreamKey();
        }
        end(channel, key, endStream);
        entityManager.remove(key);
        entityManager.flush();
        audit.record("stream-key-revoked", who.id(), detail(channel, key));
    }

    private StreamKeyJson full(SignedIn who, String channel, StreamKey key) {
        return list(who, channel).stream()
                .filter(one -> one.id().equals(key.uid()))
                .findFirst()
                .orElseThrow(NoSuchNamedKey::new)
                .with(key.open(seal).text());
    }

    private static String detail(String channel, StreamKey key) {
        return channel + ", " + key.name();
    }

    private void check(StreamKeyInput input, Instant endUntilNow) {
        InvalidInput.check(validator, input);
        var end = input.expiresAt();
        if (end != null && !end.equals(endUntilNow) && !end.isAfter(clock.instant())) {
            throw new InvalidInput("expiresAt", "Choose a time to come.");
        }
    }

    private void refuseTakenName(Channel channel, StreamKeyInput input, StreamKey itself) {
        var name = input.name().strip();
        if (keys(channel).stream()
                .anyMatch(other -> other != itself && other.name().equalsIgnoreCase(name))) {
            throw new KeyNameTaken(name);
        }
    }

    /** Of broadcasts that are over. */
    private void forgetRetired(StreamKey key) {
        entityManager.createNativeQuery("""
                        delete from retired_stream_keys r using broadcasts b
                        where r.key_id = :key and b.id = r.broadcast_id and b.ended_at is not null
                        """).setParameter("key", key.id()).executeUpdate();
    }

    private void retire(StreamKey key) {
        entityManager
                .createNativeQuery("""
                        insert into retired_stream_keys (hash, key_id, broadcast_id, retired_at)
                        select :hash, :key, b.id, :now from broadcasts b
                        where b.channel_id = :channel and b.ended_at is null and not (%s)
                        """.formatted(CARRIED_BY_ANOTHER))
                .setParameter("hash", key.hash())
                .setParameter("key", key.id())
                .setParameter("channel", key.channel().id())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void end(String channel, StreamKey key, boolean endStream) {
        var another = (Boolean) entityManager
                .createNativeQuery("""
                        select exists (select from broadcasts b
                                       where b.channel_id = :channel and b.ended_at is null and (%s))
                        """.formatted(CARRIED_BY_ANOTHER), Boolean.class)
                .setParameter("key", key.id())
                .setParameter("channel", key.channel().id())
                .getSingleResult();
        replaced.fire(new StreamKeyReplaced(channel, endStream && !another));
    }

    private StreamKey get(Channel channel, UUID id) {
        return keys(channel).stream()
                .filter(key -> id == null || id.equals(key.uid()))
                .findFirst()
                .orElseThrow(NoSuchNamedKey::new);
    }

    private List<StreamKey> keys(Channel channel) {
        return entityManager
                .createQuery("select k from StreamKey k where k.channel = :channel order by k.id", StreamKey.class)
                .setParameter("channel", channel)
                .getResultList();
    }

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
}
