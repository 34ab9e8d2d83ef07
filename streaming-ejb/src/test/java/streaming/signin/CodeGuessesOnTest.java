package streaming.signin;

import streaming.factor.SecondFactors;
import streaming.limit.FailedAttempts;

/** Guesses of codes, put together by hand. */
public final class CodeGuessesOnTest {

    private CodeGuessesOnTest() {}

    public static CodeGuesses codes(SecondFactors factors, FailedAttempts attempts) {
        var codes = new CodeGuesses();
        codes.secondFactors = factors;
        codes.attempts = attempts;
        return codes;
    }
}
