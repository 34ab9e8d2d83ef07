package streaming.passkey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import streaming.shared.Seal;
import streaming.shared.Secret;

/**
 * Makes challenges, and takes each back once. A challenge travels in a sealed cookie: so it is bound to the browser, any
 * node can take it, and asking for one costs the database nothing.
 */
@Stateless
public class Challenges {

    /** How long a challenge can be answered. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String PURPOSE = "passkey-challenges";
    private static final int BYTES = 32;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** A new one, as the browser is to keep it. */
    public String issue() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var text = ByteBuffer.allocate(Long.BYTES + BYTES)
                .putLong(clock.instant().plus(LIFETIME).toEpochMilli())
                .put(bytes)
                .array();
        return base64(seal.seal(PURPOSE, text));
    }

    /** The challenge that a browser keeps, in base64url: what its device signs. */
    public String text(String cookie) {
        return base64(read(cookie).bytes());
    }

    /**
     * Takes a challenge back: no other answer to it is accepted.
     *
     * @throws PasskeyRefused for one that is none of ours, too old, or answered already
     */
    public byte[] spend(String cookie) {
        var challenge = read(cookie);
        var first = entityManager
                        .createNativeQuery("""
                        insert into spent_challenges (hash, expires_at) values (:hash, :expires)
                        on conflict do nothing
                        """)
                        .setParameter("hash", new Secret(base64(challenge.bytes())).hash())
                        .setParameter("expires", challenge.expiresAt())
                        .executeUpdate()
                == 1;
        if (!first) {
            throw new PasskeyRefused("challenge answered already");
        }
        return challenge.bytes();
    }

    private Challenge read(String cookie) {
        if (cookie.isEmpty() || cookie.length() > LONGEST) {
            throw new PasskeyRefused("no challenge");
        }
        try {
            var text = ByteBuffer.wrap(seal.open(PURPOSE, Base64.getUrlDecoder().decode(cookie)));
            var expiresAt = Instant.ofEpochMilli(text.getLong());
            if (!clock.instant().isBefore(expiresAt)) {
                throw new PasskeyRefused("challenge expired");
            }
            var bytes = new byte[BYTES];
            text.get(bytes);
            return new Challenge(bytes, expiresAt);
        } catch (IllegalArgumentException | IllegalStateException | java.nio.BufferUnderflowException e) {
            throw new PasskeyRefused("challenge of somebody else");
        }
    }

    /** Drops what could not be answered any more anyway: called by the clock. */
    public int purge() {
        return entityManager
                .createNativeQuery("delete from spent_challenges where expires_at < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
