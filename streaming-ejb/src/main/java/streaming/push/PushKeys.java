package streaming.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import streaming.shared.Seal;

/** The key pair by which push services know the site (RFC 8292): made once, the same on all nodes. */
@Stateless
public class PushKeys {

    private static final Logger LOG = System.getLogger(PushKeys.class.getName());
    private static final String SEAL = "push";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** The public key, as browsers want it; made now if there is none. */
    public String publicKey() {
        var row = findRow();
        return row.isPresent()
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey(row.get()))
                : get().extractPublicKeyInUncompressedFormAsString();
    }

    /**
     * The pair; made now if there is none. One that was sealed with a secret that the site does not have any more is of no
     * use, nor are the subscriptions to it: they go, and a new one is made.
     */
    public VAPIDKeyPair get() {
        return findRow().flatMap(this::open).orElseGet(this::make);
    }

    private Optional<VAPIDKeyPair> open(Tuple row) {
        byte[] sealed = row.get("sealed_key", byte[].class);
        try {
            byte[] key = seal.open(SEAL, sealed);
            entityManager
                    .createNativeQuery("update push_keys set sealed_key = :sealed")
                    .setParameter("sealed", seal.seal(SEAL, key)) // with the secret of today
                    .executeUpdate();
            return Optional.of(VAPIDKeyPairs.of(
                    PrivateKeySources.ofPKCS8Bytes(key), PublicKeySources.ofUncompressedBytes(publicKey(row))));
        } catch (IllegalStateException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "The key for push services was sealed with another secret: a new one is made, and devices have to be turned on again");
            entityManager.createNativeQuery("delete from push_keys").executeUpdate();
            entityManager.createNativeQuery("delete from push_subscriptions").executeUpdate();
            return Optional.empty();
        }
    }

    private VAPIDKeyPair make() {
        var made = generate();
        var point =
                PublicKeySources.ofECPublicKey((ECPublicKey) made.getPublic()).extractBytesInUncompressedForm();
        entityManager
                .createNativeQuery("""
                        insert into push_keys (public_key, sealed_key, created_at) values (:point, :sealed, :now)
                        on conflict do nothing
                        """)
                .setParameter("point", point)
                .setParameter("sealed", seal.seal(SEAL, made.getPrivate().getEncoded()))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return findRow().flatMap(this::open).orElseThrow(); // another node's, if that was first
    }

    private Optional<Tuple> findRow() {
        List<?> rows = entityManager
                .createNativeQuery("select public_key, sealed_key from push_keys", Tuple.class)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }

    private static byte[] publicKey(Tuple row) {
        return row.get("public_key", byte[].class);
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has P-256", e);
        }
    }
}
