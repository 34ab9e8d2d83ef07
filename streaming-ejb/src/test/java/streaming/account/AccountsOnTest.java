package streaming.account;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.limit.LimitsOnTest;

/** The account feature, put together by hand on the test database. */
public final class AccountsOnTest {

    public static final String PASSWORD = "correct horse";

    private AccountsOnTest() {}

    public static Accounts accounts(TestDatabase database, Clock clock, Consumer<SignedUp> observer) {
        return accounts(database, clock, observer, Map.of());
    }

    /** Under settings that are not the defaults. */
    public static Accounts accounts(
            TestDatabase database, Clock clock, Consumer<SignedUp> observer, Map<String, ?> settings) {
        var config = ProfilesOnTest.config(settings);
        var accounts = new Accounts();
        accounts.entityManager = database.entityManager();
        accounts.rules = ProfilesOnTest.rules(database, clock, config);
        accounts.profiles = ProfilesOnTest.profiles(database, clock, config);
        accounts.retiredNames = ProfilesOnTest.retiredNames(database, clock, config);
        accounts.passwords = passwords();
        accounts.caller = new Caller();
        accounts.audit = AuditOnTest.audit(database, clock, accounts.caller);
        accounts.limits = LimitsOnTest.limits(database, clock, accounts.caller);
        accounts.signedUp = new RecordedEvents<>(observer);
        accounts.clock = clock;
        return accounts;
    }

    public static Passwords passwords() {
        var passwords = new Passwords();
        passwords.pbkdf2 = new PlainHash();
        passwords.configure();
        return passwords;
    }

    public static AccountChanges changes(TestDatabase database, Clock clock, Consumer<PasswordChanged> observer) {
        var changes = new AccountChanges();
        changes.entityManager = database.entityManager();
        changes.passwords = passwords();
        changes.passwordChanged = new RecordedEvents<>(observer);
        changes.clock = clock;
        return changes;
    }

    /** {@code optional} or {@code required}. */
    public static AddressConfig addressConfig(String confirm) {
        var config = new AddressConfig();
        config.confirm = confirm;
        return config;
    }

    /** Says which password it is of and nothing more: these tests are about accounts, the container has the real one. */
    private static final class PlainHash implements Pbkdf2PasswordHash {

        @Override
        public void initialize(Map<String, String> parameters) {
            if (!parameters.containsKey("Pbkdf2PasswordHash.Iterations")) {
                throw new IllegalArgumentException("How many iterations?");
            }
        }

        @Override
        public String generate(char[] password) {
            return "hash of " + new String(password);
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return hash.equals(generate(password));
        }
    }
}
