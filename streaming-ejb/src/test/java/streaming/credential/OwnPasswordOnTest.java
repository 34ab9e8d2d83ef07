package streaming.credential;

import java.time.Clock;
import streaming.TestDatabase;
import streaming.account.AccountsOnTest;
import streaming.audit.Audit;
import streaming.caller.Caller;
import streaming.limit.LimitsOnTest;

/** Asks for passwords; that is all that other features want of it. */
public final class OwnPasswordOnTest {

    private OwnPasswordOnTest() {}

    public static OwnPassword ownPassword(TestDatabase database, Clock clock, Audit audit) {
        var password = new OwnPassword();
        password.passwords = AccountsOnTest.passwords();
        password.attempts = LimitsOnTest.attempts(database, clock, new Caller());
        password.audit = audit;
        return password;
    }
}
