package streaming.factor;

import java.time.Clock;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.mail.Mails;
import streaming.mail.MailsOnTest;
import streaming.passkey.PasskeysOnTest;
import streaming.shared.SealOnTest;

/** The second factors, put together by hand on the test database. */
public final class FactorsOnTest {

    public final SecondFactors secondFactors = new SecondFactors();
    public final OwnFactors ownFactors = new OwnFactors();
    public final PasskeysOnTest passkeys;
    final AuthenticatorApps apps = new AuthenticatorApps();
    final Mails mails;
    private final FactorNotices notices = new FactorNotices();
    private final Clock clock;
    private final TestDatabase database;

    public FactorsOnTest(TestDatabase database, Clock clock, Accounts accounts, Audit audit) {
        this.clock = clock;
        this.database = database;
        mails = MailsOnTest.mails(database, clock);
        passkeys = new PasskeysOnTest(database, clock, audit);
        apps.entityManager = database.entityManager();
        apps.seal = SealOnTest.of(7);
        apps.clock = clock;
        var recoveryCodes = new RecoveryCodes();
        recoveryCodes.entityManager = database.entityManager();
        recoveryCodes.clock = clock;
        secondFactors.apps = apps;
        secondFactors.recoveryCodes = recoveryCodes;
        secondFactors.passkeys = passkeys.passkeys;
        secondFactors.config = new FactorConfig();
        secondFactors.config.requiredForAdmins = () -> false;
        secondFactors.audit = audit;
        ownFactors.apps = apps;
        ownFactors.recoveryCodes = recoveryCodes;
        ownFactors.passkeys = passkeys.passkeys;
        ownFactors.accounts = accounts;
        ownFactors.passwords = AccountsOnTest.passwords();
        ownFactors.audit = audit;
        ownFactors.changed = new RecordedEvents<>(notices::tell);
        notices.accounts = accounts;
        notices.mails = mails;
        notices.clock = clock;
    }

    /** As if the configuration said so. */
    public void requireOfAdmins() {
        secondFactors.config.requiredForAdmins = () -> true;
    }

    /** Sets up an app; its code of now is used up. */
    public void setUpApp(SignedIn who) {
        database.inTransaction(() -> apps.start(who));
        var code = code(who.id());
        database.inTransaction(() -> ownFactors.confirmApp(who, code));
    }

    /** What an account's app shows now. */
    public String code(long accountId) {
        return database.inTransaction(() -> {
            var app = database.entityManager().find(AuthenticatorApp.class, accountId);
            var key = new AppKey(SealOnTest.of(7).open("authenticator-apps", app.sealedKey()));
            return key.code(clock.instant().getEpochSecond() / AppKey.STEP.toSeconds());
        });
    }
}
