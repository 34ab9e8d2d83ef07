package streaming.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import streaming.shared.Secret;

/** Codes to sign in with when the phone is lost: ten, each once. Only hashes are kept; each code has 80 random bits. */
@Stateless
public class RecoveryCodes {

    static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** New ones in place of all there were, to be shown this once. */
    public List<String> renew(long accountId) {
        remove(accountId);
        var codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        for (var code : codes) {
            entityManager
                    .createNativeQuery("insert into recovery_codes (account_id, hash) values (:account, :hash)")
                    .setParameter("account", accountId)
                    .setParameter("hash", hash(code))
                    .executeUpdate();
        }
        return codes;
    }

    /** Whether this is a code of the account that was not used before; now it is. */
    public boolean accepts(long accountId, String code) {
        return entityManager
                        .createNativeQuery("""
                        update recovery_codes set used_at = :now
                        where account_id = :account and hash = :hash and used_at is null
                        """)
                        .setParameter("now", clock.instant())
                        .setParameter("account", accountId)
                        .setParameter("hash", hash(code))
                        .executeUpdate()
                == 1;
    }

    /** How many are still good. */
    public int left(long accountId) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from recovery_codes where account_id = :account and used_at is null")
                        .setParameter("account", accountId)
                        .getSingleResult())
                .intValue();
    }

    public void remove(long accountId) {
        entityManager
                .createNativeQuery("delete from recovery_codes where account_id = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** However it was typed: with the dashes or without, in any case. */
    private static byte[] hash(String code) {
        return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }
}
