package streaming.passkey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;

/** The passkeys of accounts: made, named, used, removed. */
@Stateless
public class Passkeys {

    private static final int MOST = 20;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    PasskeyCeremonies ceremonies;

    @Inject
    Challenges challenges;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What a browser needs to make one for the caller; the cookie is of {@link Challenges#issue}. */
    public NewPasskeyOptionsJson optionsToMake(SignedIn who, String cookie, RelyingParty party) {
        return new NewPasskeyOptionsJson(
                new NewPasskeyOptionsJson.Party(party.id(), "streaming"),
                new NewPasskeyOptionsJson.User(base64(handle(who.id())), who.username(), who.username()),
                challenges.text(cookie),
                PasskeyCeremonies.ALGORITHMS.stream()
                        .map(algorithm -> new NewPasskeyOptionsJson.Algorithm("public-key", algorithm.getValue()))
                        .toList(),
                Challenges.LIFETIME.toMillis(),
                credentials(who.id()),
                NewPasskeyOptionsJson.Selection.PASSKEY,
                "none");
    }

    /** What a browser needs to sign in: with any passkey, or with one of an account that is known already. */
    public PasskeyOptionsJson optionsToUse(Optional<Long> accountId, String cookie, RelyingParty party) {
        return new PasskeyOptionsJson(
                challenges.text(cookie),
                party.id(),
                Challenges.LIFETIME.toMillis(),
                "required",
                accountId.map(this::credentials).orElse(List.of()));
    }

    private List<PasskeyOptionsJson.Credential> credentials(long accountId) {
        return of(accountId).stream().map(PasskeyOptionsJson.Credential::of).toList();
    }

    /**
     * Takes what the caller's device made.
     *
     * @throws InvalidInput the name is missing or too long, or there are too many
     * @throws PasskeyRefused see {@link PasskeyCeremonies#register}
     */
    public PasskeyJson add(SignedIn who, String name, String answer, String cookie, RelyingParty party) {
        if (name.isBlank() || name.strip().length() > Passkey.LONGEST_NAME) {
            throw new InvalidInput(
                    "name", "Name the passkey, in at most %d characters.".formatted(Passkey.LONGEST_NAME));
        }
        if (of(who.id()).size() >= MOST) {
            throw new InvalidInput("name", "You have %d passkeys: remove one first.".formatted(MOST));
        }
        try {
            var made = ceremonies.register(answer, challenges.spend(cookie), party);
            if (find(made.id(), LockModeType.NONE).isPresent()) {
                throw new PasskeyRefused("known already");
            }
            var passkey = new Passkey(who.id(), name.strip(), made, clock.instant());
            entityManager.persist(passkey);
            audit.record("passkey-added", who.id(), passkey.name());
            return PasskeyJson.of(passkey);
        } catch (PasskeyRefused refused) {
            audit.refusal("passkey-refused", who.id(), refused.reason());
            throw refused;
        }
    }

    /**
     * The account whose passkey answered.
     *
     * @throws PasskeyRefused see {@link PasskeyCeremonies#authenticate}
     */
    public long authenticate(String answer, String cookie, RelyingParty party) {
        return authenticate(null, answer, cookie, party);
    }

    /**
     * Checks that a passkey of this account answered.
     *
     * @throws PasskeyRefused it is another's, or see {@link PasskeyCeremonies#authenticate}
     */
    public void authenticate(long accountId, String answer, String cookie, RelyingParty party) {
        authenticate(Long.valueOf(accountId), answer, cookie, party);
    }

    private long authenticate(Long expected, String answer, String cookie, RelyingParty party) {
        var accountId = expected;
        try {
            var challenge = challenges.spend(cookie);
            var read = ceremonies.read(answer);
            var passkey = find(read.credentialId(), LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(() -> new PasskeyRefused("unknown"));
            accountId = passkey.accountId();
            if (expected != null && expected != passkey.accountId()) {
                throw new PasskeyRefused("passkey of somebody else");
            }
            if (read.userHandle().isPresent()
                    && !Arrays.equals(read.userHandle().get(), handle(passkey.accountId()))) {
                throw new PasskeyRefused("handle of somebody else");
            }
            var use = ceremonies.authenticate(read, passkey, challenge, party);
            passkey.use(use.signCount(), use.backedUp(), clock.instant());
            return passkey.accountId();
        } catch (PasskeyRefused refused) {
            audit.refusal("passkey-refused", accountId, refused.reason());
            throw refused;
        }
    }

    /** Removes it, and gives what it was; one that is none, or somebody else's, stays as it is. */
    public Optional<PasskeyJson> remove(SignedIn who, long id) {
        var passkey = Optional.ofNullable(entityManager.find(Passkey.class, id))
                .filter(candidate -> candidate.accountId() == who.id());
        passkey.ifPresent(found -> {
            entityManager.remove(found);
            audit.record("passkey-removed", who.id(), found.name());
        });
        return passkey.map(PasskeyJson::of);
    }

    public List<PasskeyJson> list(long accountId) {
        return of(accountId).stream().map(PasskeyJson::of).toList();
    }

    public boolean has(long accountId) {
        return !of(accountId).isEmpty();
    }

    private List<Passkey> of(long accountId) {
        return entityManager
                .createQuery("select p from Passkey p where p.accountId = :account order by p.id", Passkey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    private Optional<Passkey> find(byte[] credentialId, LockModeType lock) {
        return entityManager
                .createQuery("select p from Passkey p where p.credentialId = :id", Passkey.class)
                .setParameter("id", credentialId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The account's number: it tells nothing of a person. */
    private static byte[] handle(long accountId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(accountId).array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
