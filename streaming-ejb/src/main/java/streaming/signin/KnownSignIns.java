package streaming.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import streaming.account.AccountStanding;
import streaming.account.Accounts;
import streaming.caller.Device;
import streaming.caller.Scope;
import streaming.caller.SignedIn;
import streaming.factor.SecondFactors;
import streaming.shared.Secret;

/**
 * Says who bears a proof. A node remembers what it looked up for a minute, so a token costs the database one statement
 * a minute; what ends or changes meanwhile, {@link StandingFeed} makes it forget at once. While that feed is down
 * nothing is remembered.
 */
@ApplicationScoped
public class KnownSignIns {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST = 200_000;

    @Inject
    SignIns signIns;

    @Inject
    Accounts accounts;

    @Inject
    SecondFactors secondFactors;

    @Inject
    AccessTokens accessTokens;

    private final Cache<UUID, Optional<Known>> known = cache();
    private final Cache<Long, Optional<AccountStanding>> standings = cache();
    private volatile boolean trusted;

    /** What a node remembers of a sign-in; {@code secretHash} is null where access tokens alone prove it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Known(UUID id, long accountId, SignInKind kind, Set<Scope> scopes, byte[] secretHash) {

        /** The row that {@link SignIns#use} read, if there was one. */
        static Optional<Known> of(UUID id, List<?> rows) {
            return rows.stream().map(Tuple.class::cast).findFirst().map(row -> {
                var kind = SignInKind.valueOf(row.get("kind", String.class));
                var scopes = kind == SignInKind.PERSONAL ? Scope.split(row.get("scopes", String.class)) : Scope.ALL;
                return new Known(
                        id,
                        row.get("account_id", Number.class).longValue(),
                        kind,
                        scopes,
                        row.get("secret_hash", byte[].class));
            });
        }

        boolean isProvedBy(Secret secret) {
            return secretHash != null && MessageDigest.isEqual(secretHash, secret.hash());
        }
    }

    /** Who bears this access token, or personal token. */
    public Optional<SignedIn> findByToken(String text, Device device) {
        if (text.startsWith(Proof.PERSONAL_PREFIX)) {
            return findByProof(text.substring(Proof.PERSONAL_PREFIX.length()), SignInKind.PERSONAL, device);
        }
        return accessTokens.read(text).flatMap(id -> recall(id, device)).flatMap(this::signedIn);
    }

    /** Who has this value in the site's cookie. */
    public Optional<SignedIn> findByCookie(String value, Device device) {
        return findByProof(value, SignInKind.SITE, device);
    }

    /** Whether somebody who once proved it is still signed in, and who that is now. */
    public Optional<SignedIn> stillSignedIn(SignedIn who) {
        return recall(who.signIn(), Device.UNKNOWN).flatMap(this::signedIn);
    }

    private Optional<SignedIn> findByProof(String text, SignInKind kind, Device device) {
        return Proof.read(text)
                .flatMap(proof -> recall(proof.signIn(), device)
                        .filter(sign -> sign.kind() == kind && sign.isProvedBy(proof.secret())))
                .flatMap(this::signedIn);
    }

    private Optional<Known> recall(UUID id, Device device) {
        return trusted ? known.get(id, unknown -> signIns.use(unknown, device)) : signIns.use(id, device);
    }

    private Optional<SignedIn> signedIn(Known signIn) {
        var account =
                trusted ? standings.get(signIn.accountId(), this::findStanding) : findStanding(signIn.accountId());
        return account.filter(AccountStanding::good)
                .map(standing -> new SignedIn(
                        signIn.accountId(), standing.username(), standing.roles(), signIn.id(), signIn.scopes()));
    }

    private Optional<AccountStanding> findStanding(long accountId) {
        return secondFactors.judge(accountId, accounts.findStanding(accountId));
    }

    void forgetSignIn(UUID id) {
        known.invalidate(id);
    }

    void forgetAccount(long id) {
        standings.invalidate(id);
    }

    /** Whether what changes is told from now on. What was remembered before may be wrong, so it goes. */
    void trust(boolean told) {
        trusted = told;
        known.invalidateAll();
        standings.invalidateAll();
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .executor(Runnable::run) // no thread of a pool that outlives the application
                .build();
    }
}
