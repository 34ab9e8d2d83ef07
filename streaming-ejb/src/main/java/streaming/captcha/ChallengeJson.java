package streaming.captcha;

import org.altcha.altcha.Altcha;

/** Work to do: the number which, after {@code salt}, hashes to {@code challenge}. It is at most {@code maxnumber}. */
public record ChallengeJson(String algorithm, String challenge, long maxnumber, String salt, String signature) {

    static ChallengeJson of(Altcha.Challenge challenge) {
        return new ChallengeJson(
                challenge.algorithm, challenge.challenge, challenge.maxnumber, challenge.salt, challenge.signature);
    }
}
