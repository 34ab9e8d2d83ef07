package streaming.factor;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import streaming.account.Accounts;
import streaming.account.Passwords;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.passkey.PasskeyRefused;
import streaming.passkey.Passkeys;
import streaming.passkey.RelyingParty;
import streaming.shared.InvalidInput;

/**
 * One's own second factors. With the first one come the recovery codes, with the last one they go. Whoever takes one
 * away gives the password again: an open browser must not be enough.
 */
@Stateless
public class OwnFactors {

    @Inject
    AuthenticatorApps apps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Event<SecondFactorChanged> changed;

    @Inject
    Audit audit;

    public FactorsJson get(SignedIn who) {
        return new FactorsJson(apps.has(who.id()), passkeys.list(who.id()), recoveryCodes.left(who.id()));
    }

    /**
     * Makes the caller's app count, by its first code.
     *
     * @return new recovery codes, if this is the first second factor
     * @throws WrongCode it is not the app's
     */
    public List<String> confirmApp(SignedIn who, String code) {
        var first = !hasAny(who);
        if (!apps.confirm(who, code.replaceAll("\\s", ""))) {
            throw new WrongCode();
        }
        audit.record("authenticator-app-added", who.id(), "");
        changed.fire(new SecondFactorChanged(who.id(), "an authenticator app was set up"));
        return first ? recoveryCodes.renew(who.id()) : List.of();
    }

    /**
     * Takes a passkey that the caller's device made.
     *
     * @return new recovery codes, if this is the first second factor
     * @throws PasskeyRefused it is not the answer to the challenge
     */
    public List<String> addPasskey(SignedIn who, String name, String answer, String cookie, RelyingParty party) {
        var first = !hasAny(who);
        var made = passkeys.add(who, name, answer, cookie, party);
        changed.fire(new SecondFactorChanged(who.id(), "the passkey \"%s\" was added".formatted(made.name())));
        return first ? recoveryCodes.renew(who.id()) : List.of();
    }

    /** Removes the app. Refuses with {@link InvalidInput} if the password is wrong. */
    public void removeApp(SignedIn who, String password) {
        prove(who, password);
        apps.remove(who.id());
        audit.record("authenticator-app-removed", who.id(), "");
        changed.fire(new SecondFactorChanged(who.id(), "the authenticator app was removed"));
        forgetCodesOfNothing(who);
    }

    /** Removes a passkey. Refuses with {@link InvalidInput} if the password is wrong. */
    public void removePasskey(SignedIn who, long id, String password) {
        prove(who, password);
        passkeys.remove(who, id)
                .ifPresent(removed -> changed.fire(
                        new SecondFactorChanged(who.id(), "the passkey \"%s\" was removed".formatted(removed.name()))));
        forgetCodesOfNothing(who);
    }

    /** New recovery codes; the old ones are good no more. Refuses with {@link InvalidInput} if the password is wrong. */
    public List<String> renewRecoveryCodes(SignedIn who, String password) {
        prove(who, password);
        if (!hasAny(who)) {
            return List.of();
        }
        audit.record("recovery-codes-renewed", who.id(), "");
        return recoveryCodes.renew(who.id());
    }

    private void forgetCodesOfNothing(SignedIn who) {
        if (!hasAny(who)) {
            recoveryCodes.remove(who.id());
        }
    }

    private boolean hasAny(SignedIn who) {
        return apps.has(who.id()) || passkeys.has(who.id());
    }

    private void prove(SignedIn who, String password) {
        var account = accounts.get(who.id());
        if (!passwords.verify(password, account)) {
            audit.refusal("password-refused", who.id(), "second factors");
            throw new InvalidInput(
                    "password",
                    account.hasPassword()
                            ? "This is not your password."
                            : "Your account has no password yet: get one by \"Forgot your password?\" at sign-in.");
        }
    }
}
