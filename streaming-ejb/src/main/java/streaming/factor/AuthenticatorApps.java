package streaming.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import streaming.caller.SignedIn;
import streaming.shared.Seal;

/** The authenticator apps of accounts: one each at most. */
@Stateless
public class AuthenticatorApps {

    private static final String PURPOSE = "authenticator-apps";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Makes a key for the caller's app, in place of one that was never confirmed. */
    public void start(SignedIn who) {
        var before = find(who.id(), LockModeType.PESSIMISTIC_WRITE);
        if (before.filter(AuthenticatorApp::isConfirmed).isPresent()) {
            return;
        }
        before.ifPresent(entityManager::remove);
        entityManager.flush();
        var sealed = seal.seal(PURPOSE, AppKey.random().bytes());
        entityManager.persist(new AuthenticatorApp(who.id(), sealed, clock.instant()));
    }

    /** The key to put into the app, until its first code was given. */
    public Optional<AppKeyView> findUnconfirmed(SignedIn who) {
        return find(who.id(), LockModeType.NONE)
                .filter(app -> !app.isConfirmed())
                .map(app -> AppKeyView.of(key(app), who.username()));
    }

    /** Whether this is the first code of the caller's app: then it counts. */
    public boolean confirm(SignedIn who, String code) {
        var app = find(who.id(), LockModeType.PESSIMISTIC_WRITE).filter(candidate -> !candidate.isConfirmed());
        var right = app.filter(candidate -> candidate.accept(key(candidate), code, clock.instant()));
        right.ifPresent(confirmed -> confirmed.confirm(clock.instant()));
        return right.isPresent();
    }

    /** Whether this is a code of the account's app; each counts once. */
    public boolean accepts(long accountId, String code) {
        var right = find(accountId, LockModeType.PESSIMISTIC_WRITE)
                .filter(AuthenticatorApp::isConfirmed)
                .filter(app -> app.accept(key(app), code, clock.instant()));
        right.ifPresent(app -> app.sealAnew(seal.seal(PURPOSE, key(app).bytes()))); // with the site's newest secret
        return right.isPresent();
    }

    public boolean has(long accountId) {
        return find(accountId, LockModeType.NONE)
                .filter(AuthenticatorApp::isConfirmed)
                .isPresent();
    }

    public void remove(long accountId) {
        find(accountId, LockModeType.PESSIMISTIC_WRITE).ifPresent(entityManager::remove);
    }

    private Optional<AuthenticatorApp> find(long accountId, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(AuthenticatorApp.class, accountId, lock));
    }

    private AppKey key(AuthenticatorApp app) {
        return new AppKey(seal.open(PURPOSE, app.sealedKey()));
    }
}
