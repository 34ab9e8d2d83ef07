package streaming.signin;

import java.time.Clock;
import java.util.Optional;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.factor.FactorsOnTest;
import streaming.limit.LimitsOnTest;
import streaming.shared.ServerSecretOnTest;

/** The sign-in feature, put together by hand on the test database. */
public final class SignInsOnTest {

    final Caller caller = new Caller();
    final Accounts accounts;
    final Guesses guesses = new Guesses();
    final SignIns signIns = new SignIns();
    final FactorsOnTest factors;
    final PendingSignIns pendingSignIns = new PendingSignIns();
    final CodeGuesses codes = new CodeGuesses();
    final SignInSteps steps = new SignInSteps();
    final Sessions sessions = new Sessions();
    final Tokens tokens = new Tokens();
    final AccessTokens accessTokens = new AccessTokens();
    final KnownSignIns known = new KnownSignIns();
    private final TestDatabase database;

    public SignInsOnTest(TestDatabase database, Clock clock) {
        this.database = database;
        accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        accessTokens.serverSecret = ServerSecretOnTest.of(32, (byte) 1);
        accessTokens.clock = clock;
        signIns.entityManager = database.entityManager();
        signIns.accounts = accounts;
        signIns.passwords = AccountsOnTest.passwords();
        signIns.addresses = AccountsOnTest.addressConfig("optional");
        signIns.caller = caller;
        signIns.limits = LimitsOnTest.limits(database, clock, caller);
        signIns.guesses = guesses;
        signIns.audit = AuditOnTest.audit(database, clock, caller);
        signIns.clock = clock;
        guesses.entityManager = database.entityManager();
        guesses.accounts = accounts;
        guesses.attempts = LimitsOnTest.attempts(database, clock, caller);
        sessions.signIns = signIns;
        sessions.clock = clock;
        factors = new FactorsOnTest(database, clock, accounts, signIns.audit);
        pendingSignIns.entityManager = database.entityManager();
        pendingSignIns.clock = clock;
        codes.secondFactors = factors.secondFactors;
        codes.attempts = guesses.attempts;
        steps.signIns = signIns;
        steps.pendingSignIns = pendingSignIns;
        steps.sessions = sessions;
        steps.secondFactors = factors.secondFactors;
        steps.codes = codes;
        steps.passkeys = factors.passkeys.passkeys;
        steps.accounts = accounts;
        tokens.secondFactors = factors.secondFactors;
        tokens.entityManager = database.entityManager();
        tokens.signIns = signIns;
        tokens.accounts = accounts;
        tokens.limits = signIns.limits;
        tokens.codes = codes;
        tokens.accessTokens = accessTokens;
        tokens.audit = signIns.audit;
        tokens.clock = clock;
        known.signIns = signIns;
        known.accounts = accounts;
        known.secondFactors = factors.secondFactors;
        known.accessTokens = accessTokens;
    }

    public SignIns signIns() {
        return signIns;
    }

    /** Signs a browser in. */
    public void open(Account account) {
        sessions.open(account, Device.UNKNOWN, true);
    }

    TokensJson signIn(String login, String password) {
        return database.inTransaction(() -> tokens.signIn(Credentials.of(login, password), Device.UNKNOWN));
    }

    Optional<TokensJson> refresh(String token) {
        return database.inTransaction(() -> tokens.refresh(token, Device.UNKNOWN));
    }

    Optional<SignedIn> find(String token) {
        return database.inTransaction(() -> known.findByToken(token, Device.UNKNOWN));
    }
}
