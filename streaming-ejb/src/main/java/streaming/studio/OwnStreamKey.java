package streaming.studio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import streaming.account.Accounts;
import streaming.caller.SignedIn;
import streaming.channel.StreamKeys;
import streaming.credential.OwnPassword;
import streaming.credential.WrongPassword;
import streaming.factor.SecondFactors;
import streaming.factor.WrongCode;
import streaming.limit.TooManyFailures;
import streaming.signin.CodeGuesses;

/** Shows somebody their own stream key on a page: an open browser must not be enough. */
@Stateless
public class OwnStreamKey {

    @Inject
    Accounts accounts;

    @Inject
    OwnPassword password;

    @Inject
    SecondFactors factors;

    @Inject
    CodeGuesses codes;

    @Inject
    StreamKeys keys;

    /** Whether the account has second factors, whose codes prove as much as the password. */
    public boolean takesCodes(SignedIn who) {
        return factors.has(who.id());
    }

    /**
     * The key of one's own channel, for the password, or for a code where one is given.
     *
     * @throws WrongPassword it is another
     * @throws WrongCode it is wrong, or was used
     * @throws TooManyFailures too many were wrong
     */
    public String show(SignedIn who, String typedPassword, String code) {
        if (code.isBlank()) {
            password.require(accounts.get(who.id()), "password", typedPassword);
        } else if (!codes.accepts(who.id(), code)) {
            throw new WrongCode();
        }
        return keys.show(who, who.username());
    }
}
