package streaming.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.TestDatabase;
import streaming.shared.InvalidInput;

class CaptchasTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    Captchas captchas;

    @BeforeEach
    void open() {
        captchas = CaptchasOnTest.captchas(database, Clock.systemUTC()); // ALTCHA looks at the time by itself
    }

    @Test
    void takesASolutionOnceOnAllNodes() {
        var solution = solve(captchas.challenge());
        var otherNode = CaptchasOnTest.captchas(database, Clock.systemUTC());

        assertThatCode(() -> captchas.redeem(solution)).doesNotThrowAnyException();

        assertThatThrownBy(() -> captchas.redeem(solution)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> otherNode.redeem(solution)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesAnExpiredSolution() {
        var hoursAgo = CaptchasOnTest.captchas(
                database, Clock.offset(Clock.systemUTC(), Duration.ofHours(2).negated()));

        assertThatThrownBy(() -> captchas.redeem(solve(hoursAgo.challenge()))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesWorkThatSomebodyElseSet() {
        var own = new ChallengeJson("SHA-256", "ab", 1, "salt?expires=99999999999&", "forged");

        assertThatThrownBy(() -> captchas.redeem(json(own, 1))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"nonsense", "e30=", "bnVsbA=="})
    void refusesWhatIsNoSolution(String solution) {
        assertThatThrownBy(() -> captchas.redeem(solution)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void forgetsWhatHasExpiredAnyway() {
        var yesterday = CaptchasOnTest.captchas(
                database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(59).negated()));
        yesterday.redeem(solve(yesterday.challenge()));
        var tomorrow = CaptchasOnTest.captchas(database, Clock.offset(Clock.systemUTC(), Duration.ofHours(20)));

        tomorrow.redeem(solve(tomorrow.challenge()));

        assertThat(database.count("select count(*) from spent_captchas")).isEqualTo(1);
    }

    /** What the widget does in the browser. */
    private static String solve(ChallengeJson challenge) {
        try {
            var solved = Altcha.solveChallenge(
                    challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0);
            return json(challenge, solved.number);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String json(ChallengeJson challenge, long number) {
        var json = Json.createObjectBuilder()
                .add("algorithm", challenge.algorithm())
                .add("challenge", challenge.challenge())
                .add("number", number)
                .add("salt", challenge.salt())
                .add("signature", challenge.signature())
                .build();
        return Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
