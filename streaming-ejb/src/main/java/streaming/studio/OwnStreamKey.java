package streaming.studio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import streaming.account.Accounts;
import streaming.caller.SignedIn;
import streaming.channel.StreamKeys;
import streaming.credential.OwnPassword;
import streaming.credential.WrongPassword;
import streaming.factor.SecondFactors;
import streaming.factor.WrongCode;
import streaming.limit.TooManyFailures;
import streaming.signin.CodeGuesses;

/** Shows somebody their own stream keys on a page: an open browser must not be enough. */
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
     * A key of one's own channel, for the password, or for a code where one is given.
     *
     * @param id which; null for the main one
     * @throws WrongPassword it is another
     * @throws WrongCode it is wrong, or was used
     * @throws TooManyFailures too many were wrong
     */
    public String show(SignedIn who, UUID id, String typedPassword, String code) {
        if (code.isBlank()) {
            password.require(accounts.get(who.id()), "password", typedPassword);
        } else if (!codes.accepts(who.id(), code)) {
            throw new WrongCode();
        }
        return keys.show(who, who.username(), id).key();
    }
}
