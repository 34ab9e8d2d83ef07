package streaming.signin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import streaming.account.Account;
import streaming.account.Accounts;
import streaming.caller.Device;
import streaming.factor.SecondFactors;
import streaming.passkey.PasskeyRefused;
import streaming.passkey.Passkeys;
import streaming.passkey.RelyingParty;

/** Signs a browser in, in one step or two: by password, then by the second factor, if there is one; or by a passkey. */
@Stateless
public class SignInSteps {

    @Inject
    SignIns signIns;

    @Inject
    PendingSignIns pendingSignIns;

    @Inject
    Sessions sessions;

    @Inject
    SecondFactors secondFactors;

    @Inject
    CodeGuesses codes;

    @Inject
    Passkeys passkeys;

    @Inject
    Accounts accounts;

    /**
     * By name or address and password.
     *
     * @throws WrongCredentials for an unknown name, a wrong password, a shut account
     */
    public SignInStep byPassword(Credentials credentials, Device device, boolean remember) {
        var account = signIns.authenticate(credentials.login(), credentials.password());
        return secondFactors.has(account.id())
                ? new SignInStep(pendingSignIns.open(account, remember), false, remember)
                : open(account, device, remember);
    }

    /**
     * By a code of the second factor. A wrong code must be counted although the caller is refused, so the refusal is
     * returned.
     *
     * @param cookie of the pending sign-in
     * @return empty for a wrong code
     * @throws SecondStepOver no pending sign-in has this cookie, or its time or its attempts are over
     * @throws TooManyFailures too many codes of the account were wrong, in whatever sign-in
     */
    public Optional<SignInStep> byCode(String cookie, String code, Device device) {
        var pending = pendingSignIns.get(cookie);
        pending.attempt();
        return codes.accepts(pending.account().id(), code) ? Optional.of(finish(pending, device)) : Optional.empty();
    }

    /**
     * By a passkey as the second factor.
     *
     * @throws SecondStepOver as {@link #byCode}
     * @throws PasskeyRefused the answer is not good, or is somebody else's
     */
    public SignInStep bySecondPasskey(
            String cookie, String answer, String challenge, RelyingParty party, Device device) {
        var pending = pendingSignIns.get(cookie);
        passkeys.authenticate(pending.account().id(), answer, challenge, party);
        return finish(pending, device);
    }

    /**
     * By a passkey alone: it proves a device and who holds it.
     *
     * @throws PasskeyRefused the answer is not good
     * @throws WrongCredentials the account is shut
     */
    public SignInStep byPasskey(String answer, String challenge, RelyingParty party, Device device, boolean remember) {
        var account = signIns.admit(accounts.get(passkeys.authenticate(answer, challenge, party)));
        return open(account, device, remember);
    }

    private SignInStep finish(PendingSignIn pending, Device device) {
        pendingSignIns.close(pending);
        return open(pending.account(), device, pending.remember());
    }

    private SignInStep open(Account account, Device device, boolean remember) {
        return new SignInStep(sessions.open(account, device, remember), true, remember);
    }
}
