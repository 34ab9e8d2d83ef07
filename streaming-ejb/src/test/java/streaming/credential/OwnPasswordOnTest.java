package streaming.credential;

import streaming.account.AccountsOnTest;
import streaming.audit.Audit;

/** Asks for passwords; that is all that other features want of it. */
public final class OwnPasswordOnTest {

    private OwnPasswordOnTest() {}

    public static OwnPassword ownPassword(Audit audit) {
        var password = new OwnPassword();
        password.passwords = AccountsOnTest.passwords();
        password.audit = audit;
        return password;
    }
}
