package streaming.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import streaming.account.Account;
import streaming.account.AccountStanding;
import streaming.audit.Audit;
import streaming.caller.Role;
import streaming.passkey.Passkeys;

/** What sign-in asks of second factors: whether an account has one, whether a code is right. */
@Stateless
public class SecondFactors {

    @Inject
    AuthenticatorApps apps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    Passkeys passkeys;

    @Inject
    FactorConfig config;

    @Inject
    Audit audit;

    public boolean has(long accountId) {
        return apps.has(accountId) || passkeys.has(accountId);
    }

    /** Whether this is a code of the account's app, or one of its recovery codes; either counts once. */
    public boolean accepts(long accountId, String code) {
        var typed = code.replaceAll("\\s", "");
        if (apps.accepts(accountId, typed)) {
            return true;
        }
        if (recoveryCodes.accepts(accountId, typed)) {
            audit.record("recovery-code-used", accountId, recoveryCodes.left(accountId) + " left");
            return true;
        }
        audit.refusal("second-factor-refused", accountId, "");
        return false;
    }

    /** What the account may do: where admins must have a second factor, one without is no admin. */
    public Optional<AccountStanding> judge(long accountId, Optional<AccountStanding> standing) {
        return standing.map(found ->
                found.roles().contains(Role.ADMIN) && isMissing(accountId) ? found.without(Role.ADMIN) : found);
    }

    /** Whether the account would need a second factor to be the admin that it is. */
    public boolean isMissing(Account account) {
        return account.isAdmin() && isMissing(account.id());
    }

    private boolean isMissing(long adminId) {
        return config.requiredForAdmins() && !has(adminId);
    }
}
