package streaming.push;

import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.query.NativeQuery;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;

/** The browsers that somebody wants to be told on. A browser is one person's: whoever subscribes it last. */
@Stateless
public class PushSubscriptions {

    static final int MOST = 10;

    private static final int AUTH_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    PushConfig config;

    @Inject
    Clock clock;

    /**
     * Tells the caller on this browser from now on; one that is known already gets the keys that it has now.
     *
     * @throws PushOff the site pushes nothing
     * @throws InvalidInput the endpoint is no public server's, or the keys are none
     * @throws TooManyDevices the caller has {@link #MOST}
     */
    public PushSubscriptionJson add(SignedIn who, Device device, NewPushSubscription input) {
        if (!config.enabled()) {
            throw new PushOff();
        }
        var address = PushAddress.of(input.endpoint(), config.privateNetwork());
        byte[] hash = address.hash();
        byte[] publicKey = publicKey(input.keys().p256dh());
        byte[] auth = auth(input.keys().auth());
        leaveRoom(who, hash);
        entityManager
                .createNativeQuery("delete from push_subscriptions where hash = :hash and account_id <> :account")
                .setParameter("hash", hash)
                .setParameter("account", who.id())
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        insert into push_subscriptions
                               (hash, account_id, sign_in_id, endpoint, public_key, auth, user_agent, created_at)
                        values (:hash, :account, (select id from sign_ins where id = :signIn), :endpoint, :key, :auth,
                                :agent, :now)
                        on conflict (hash) do update set sign_in_id = excluded.sign_in_id,
                               public_key = excluded.public_key, auth = excluded.auth, failures = 0
                        """)
                .setParameter("hash", hash)
                .setParameter("account", who.id())
                .setParameter("signIn", who.signIn())
                .setParameter("endpoint", address.uri().toString())
                .setParameter("key", publicKey)
                .setParameter("auth", auth)
                .setParameter("agent", device.userAgent())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return list(who).stream()
                .filter(one -> one.id().equals(HexFormat.of().formatHex(hash)))
                .findFirst()
                .orElseThrow();
    }

    // Two browsers that come at the same time wait for each other here.
    private void leaveRoom(SignedIn who, byte[] hash) {
        entityManager
                .createNativeQuery("select 1 from accounts where id = :account for no key update", Integer.class)
                .setParameter("account", who.id())
                .getResultList();
        var others = entityManager
                .createNativeQuery(
                        "select count(*) from push_subscriptions where account_id = :account and hash <> :hash",
                        Long.class)
                .setParameter("account", who.id())
                .setParameter("hash", hash)
                .getSingleResult();
        if (((Number) others).longValue() >= MOST) {
            throw new TooManyDevices(MOST);
        }
    }

    /** The caller's, latest first. */
    public List<PushSubscriptionJson> list(SignedIn who) {
        return rows("""
                        select encode(hash, 'hex') as id, user_agent, created_at, last_sent_at
                        from push_subscriptions where account_id = :account order by created_at desc, push_subscriptions.id desc
                        """)
                .addScalar("id", String.class)
                .addScalar("user_agent", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("last_sent_at", Instant.class)
                .setParameter("account", who.id())
                .getResultStream()
                .map(PushSubscriptions::json)
                .toList();
    }

    /** Tells the caller there no more; what is not theirs stays. Refuses what is no id with {@link InvalidInput}. */
    public void remove(SignedIn who, String id) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidInput("id", "This is no id.");
        }
        entityManager
                .createNativeQuery(
                        "delete from push_subscriptions where account_id = :account and encode(hash, 'hex') = :id")
                .setParameter("account", who.id())
                .setParameter("id", id)
                .executeUpdate();
    }

    private static byte[] publicKey(String text) {
        try {
            return PublicKeySources.ofUncompressedBytes(decode(text)).extractBytesInUncompressedForm();
        } catch (RuntimeException noPoint) {
            throw new InvalidInput("p256dh", "This is no public key of P-256, uncompressed, in Base64url.");
        }
    }

    private static byte[] auth(String text) {
        try {
            byte[] auth = decode(text);
            if (auth.length == AUTH_BYTES) {
                return auth;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new InvalidInput("auth", "This is no secret of %d bytes in Base64url.".formatted(AUTH_BYTES));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
    }

    private static PushSubscriptionJson json(Tuple row) {
        return new PushSubscriptionJson(
                row.get("id", String.class),
                row.get("user_agent", String.class),
                row.get("created_at", Instant.class),
                row.get("last_sent_at", Instant.class));
    }

    @SuppressWarnings("unchecked") // a native query knows its result's type, its interface does not
    private NativeQuery<Tuple> rows(String sql) {
        return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
    }
}
