package streaming.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import streaming.factor.SecondFactors;
import streaming.limit.FailedAttempts;

/** Codes are short: who knows the password must not get to try them all, wherever and however often they begin anew. */
@ApplicationScoped
public class CodeGuesses {

    @Inject
    SecondFactors secondFactors;

    @Inject
    FailedAttempts attempts;

    /**
     * Whether this is a code of the account's second factor; what is not counts, on whatever page it was typed.
     *
     * @throws TooManyFailures the next guess has to wait
     */
    public boolean accepts(long accountId, String code) {
        var subject = "code of " + accountId;
        attempts.check(subject);
        var accepted = secondFactors.accepts(accountId, code);
        if (accepted) {
            attempts.forget(subject);
        } else {
            attempts.failed(subject, accountId);
        }
        return accepted;
    }
}
