package streaming.credential;

import jakarta.validation.Validation;
import java.time.Clock;
import java.util.List;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.account.AccountChanges;
import streaming.account.Accounts;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.audit.Audit;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.limit.LimitsOnTest;
import streaming.mail.MailLinks;
import streaming.mail.Mails;
import streaming.mail.MailsOnTest;
import streaming.signin.SignInsOnTest;

/** The credentials feature, put together by hand on the test database, with ada, who signed up. */
final class CredentialsOnTest {

    static final String ADDRESS = "ada@example.org";

    final Addresses addresses = new Addresses();
    final OwnPassword password = new OwnPassword();
    final PasswordResets resets = new PasswordResets();
    final SignInsOnTest site;
    final Accounts accounts;
    final Mails mails;
    final SignedIn ada;
    private final TestDatabase database;

    CredentialsOnTest(TestDatabase database, Clock clock) {
        this.database = database;
        site = new SignInsOnTest(database, clock);
        mails = MailsOnTest.mails(database, clock);
        accounts = AccountsOnTest.accounts(database, clock, addresses::welcome);
        AccountChanges changes = AccountsOnTest.changes(database, clock, changed -> {
            password.tell(changed);
            site.signIns().endOthersOf(changed);
        });
        Audit audit = AuditOnTest.audit(database, clock, new Caller());
        MailLinks links = MailsOnTest.links(database, clock, mails);
        var validator = Validation.buildDefaultValidatorFactory().getValidator();

        addresses.accounts = accounts;
        addresses.changes = changes;
        addresses.passwords = AccountsOnTest.passwords();
        addresses.password = password;
        addresses.links = links;
        addresses.mails = mails;
        addresses.limits = LimitsOnTest.limits(database, clock, new Caller());
        addresses.audit = audit;
        addresses.validator = validator;
        password.accounts = accounts;
        password.changes = changes;
        password.passwords = AccountsOnTest.passwords();
        password.links = links;
        password.mails = mails;
        password.attempts = LimitsOnTest.attempts(database, clock, new Caller());
        password.audit = audit;
        password.validator = validator;
        password.clock = clock;
        resets.accounts = accounts;
        resets.changes = changes;
        resets.links = links;
        resets.mails = mails;
        resets.signIns = site.signIns();
        resets.limits = addresses.limits;
        resets.audit = audit;
        resets.validator = validator;
        ada = SignedIn.of(signUp("ada").id(), "ada");
    }

    Account signUp(String name) {
        return database.inTransaction(
                () -> accounts.signUp(new SignUp(name, name + "@example.org", AccountsOnTest.PASSWORD)));
    }

    Account account() {
        return database.inTransaction(() -> accounts.get(ada.id()));
    }

    boolean signsIn(String login, String password) {
        try {
            database.inTransaction(() -> site.signIns().authenticate(login, password));
            return true;
        } catch (streaming.signin.WrongCredentials refused) {
            return false;
        }
    }

    /** What was mailed since the last look, in order. */
    List<MailsOnTest.Received> mailed() {
        return MailsOnTest.send(database, mails);
    }

    /** The token of the one link that was mailed since the last look. */
    LinkToken mailedLink() {
        return mailed().stream()
                .map(MailsOnTest.Received::token)
                .filter(token -> token != null)
                .reduce((first, second) -> {
                    throw new AssertionError("More than one link");
                })
                .map(LinkToken::new)
                .orElseThrow();
    }
}
