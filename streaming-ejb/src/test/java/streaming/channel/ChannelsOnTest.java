package streaming.channel;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validation;
import java.time.Clock;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.audience.Audience;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.catalog.CatalogOnTest;
import streaming.shared.SealOnTest;
import streaming.shared.Secret;

/** Accounts with their channels, put together by hand on the test database. */
public final class ChannelsOnTest {

    private final TestDatabase database;

    public final Accounts accounts;
    public final Channels channels = new Channels();
    public final StreamKeys keys = new StreamKeys();

    final RecordedEvents<ChannelEdited> edits = new RecordedEvents<>();
    final RecordedEvents<StreamKeyReplaced> replacements = new RecordedEvents<>();

    public ChannelsOnTest(TestDatabase database, Clock clock, Audience audience) {
        this.database = database;
        channels.entityManager = database.entityManager();
        channels.audience = audience;
        channels.seal = SealOnTest.of(7);
        channels.validator = Validation.buildDefaultValidatorFactory().getValidator();
        channels.edited = edits;
        channels.clock = clock;
        channels.graceSeconds = 30;
        channels.categories = CatalogOnTest.categories(database, clock);
        channels.tags = CatalogOnTest.tags(database, clock);
        keys.entityManager = database.entityManager();
        keys.seal = channels.seal;
        keys.validator = channels.validator;
        keys.replaced = replacements;
        keys.audit = AuditOnTest.audit(database, clock, new Caller());
        keys.clock = clock;
        accounts = AccountsOnTest.accounts(database, clock, channels::open);
    }

    /** Channels on a connection of their own, as another request has it; they find and tell whose they are. */
    public static Channels channels(EntityManager entityManager, Audience audience) {
        var channels = new Channels();
        channels.entityManager = entityManager;
        channels.audience = audience;
        return channels;
    }

    /** A new account with its channel. */
    public Account signUp(String username) {
        return database.inTransaction(
                () -> accounts.signUp(new SignUp(username, username + "@example.org", AccountsOnTest.PASSWORD)));
    }

    public static SignedIn signedIn(Account account) {
        return SignedIn.of(account.id(), account.username());
    }

    public Secret keyOf(Account account) {
        return new Secret(database.inTransaction(() -> keys.show(signedIn(account), account.username())));
    }
}
