package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AddressConfig;
import streaming.account.PasswordChanged;
import streaming.account.Passwords;
import streaming.audit.Audit;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.limit.Limit;
import streaming.limit.Limits;

/** Who is signed in, where and how; asked by the owner, and by {@link KnownSignIns} for all who ask something. */
@Stateless
public class SignIns {

    /** How long after its end a sign-in is remembered: as long as an access token of it could be shown. */
    private static final Duration REMEMBERED = AccessTokens.LIFETIME.plusMinutes(1);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    AddressConfig addresses;

    @Inject
    Limits limits;

    @Inject
    Guesses guesses;

    @Inject
    Caller caller;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * The account whose name or address, and whose password, these are. It takes no transaction: a hash takes long, and
     * a connection to the database must not wait for it.
     *
     * @throws WrongCredentials for anything else, without telling what, and as late for nobody as for somebody
     * @throws streaming.account.AddressUnconfirmed where that keeps an account out
     * @throws TooManyRequests too many tries come from here
     * @throws TooManyFailures too many went wrong for this login, whether it exists or not
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Account authenticate(String login, String password) {
        limits.check(Limit.SIGN_IN, caller.device());
        var subject = guesses.check(login, caller.device());
        var account = accounts.findByLogin(login);
        if (account.isEmpty()) {
            passwords.verifyAgainstNobody(password);
        }
        var proved = account.filter(candidate -> passwords.verify(password, candidate));
        if (proved.filter(Account::inGoodStanding).isPresent()) {
            guesses.proved(subject);
        } else {
            guesses.failed(subject, account.map(Account::id).orElse(null));
        }
        return admit(account.map(Account::id).orElse(null), proved);
    }

    /**
     * Lets somebody in who proved who they are in another way. Refuses a shut account as {@link #authenticate}.
     */
    public Account admit(Account account) {
        return admit(account.id(), Optional.of(account));
    }

    private Account admit(Long accountId, Optional<Account> proved) {
        var account = proved.filter(Account::inGoodStanding).orElseThrow(() -> {
            audit.refusal("sign-in-refused", accountId, "");
            return new WrongCredentials();
        });
        addresses.admit(account);
        return account;
    }

    /** Notes the sign-in as the account's last one. */
    public SignIn open(SignIn signIn) {
        accounts.get(signIn.account().id()).signedIn(clock.instant());
        entityManager.persist(signIn);
        audit.record("signed-in", signIn.account().id(), signIn.kind().name());
        return signIn;
    }

    /** Ends it, with all that proves it; one that is none, or somebody else's, stays as it is. */
    public void end(SignedIn who, UUID id) {
        Optional.ofNullable(entityManager.find(SignIn.class, id))
                .filter(signIn -> signIn.account().id() == who.id())
                .ifPresent(this::end);
    }

    private void end(SignIn signIn) {
        signIn.end(clock.instant());
        audit.record("signed-out", signIn.account().id(), signIn.kind().name());
    }

    /** Signs the account out everywhere. Personal tokens end, too. */
    public void endAll(long accountId) {
        endAllBut(accountId, null);
    }

    /** Signs out everywhere but here; personal tokens stay. */
    public void endOthers(SignedIn who) {
        open(who.id()).stream()
                .filter(signIn ->
                        signIn.kind() != SignInKind.PERSONAL && !signIn.id().equals(who.signIn()))
                .forEach(this::end);
    }

    /** Whoever knew the old password is out; who changed it stays. */
    public void endOthersOf(@Observes PasswordChanged changed) {
        endAllBut(
                changed.accountId(),
                caller.find()
                        .filter(who -> who.id() == changed.accountId())
                        .map(SignedIn::signIn)
                        .orElse(null));
    }

    private void endAllBut(long accountId, UUID kept) {
        open(accountId).stream().filter(signIn -> !signIn.id().equals(kept)).forEach(this::end);
    }

    /** What the account has open, last used first. */
    public List<SignInJson> list(SignedIn who) {
        return open(who.id()).stream()
                .map(signIn -> SignInJson.of(signIn, who.signIn()))
                .toList();
    }

    private List<SignIn> open(long accountId) {
        return entityManager
                .createQuery("""
                        select s from SignIn s join fetch s.account
                        where s.account.id = :account and s.endedAt is null and s.expiresAt > :now
                        order by s.lastUsedAt desc
                        """, SignIn.class)
                .setParameter("account", accountId)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /**
     * Notes where a sign-in is used, and says what a node may remember of it for a while: one statement.
     *
     * @return empty for one that ended, expired, or never was
     */
    public Optional<KnownSignIns.Known> use(UUID id, Device device) {
        return KnownSignIns.Known.of(
                id,
                entityManager
                        .createNativeQuery("""
                        update sign_ins set last_used_at = :now,
                               address = coalesce(nullif(:address, ''), address),
                               user_agent = coalesce(nullif(:agent, ''), user_agent)
                        where id = :id and ended_at is null and expires_at > :now
                        returning account_id, kind, scopes, secret_hash
                        """, Tuple.class)
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .setParameter("address", device.address())
                        .setParameter("agent", device.userAgent())
                        .getResultList());
    }

    /** Drops what expired, and what ended so long ago that nothing can prove it any more: called by the clock. */
    public int purge() {
        entityManager
                .createQuery("delete from RefreshToken t where t.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        return entityManager
                .createQuery("delete from SignIn s where s.expiresAt < :now or s.endedAt < :forgotten")
                .setParameter("now", clock.instant())
                .setParameter("forgotten", clock.instant().minus(REMEMBERED))
                .executeUpdate();
    }
}
