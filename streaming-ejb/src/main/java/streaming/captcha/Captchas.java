package streaming.captcha;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.altcha.altcha.Altcha;
import streaming.shared.Database;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;
import streaming.shared.ServerSecret;

/** Sets the work by the protocol of ALTCHA, and takes each solution once. */
@Stateless
public class Captchas {

    /** How long somebody may take to fill in a form. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** About a second of a telephone. */
    private static final long WORK = 100_000;

    private static final String SPEND = """
            with expired as (delete from spent_captchas where expires_at < ?)
            insert into spent_captchas (hash, expires_at) values (?, ?) on conflict do nothing
            """;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    ServerSecret serverSecret;

    @Inject
    Clock clock;

    private String key;

    @PostConstruct
    void deriveKey() {
        key = HexFormat.of().formatHex(serverSecret.keyFor("captcha"));
    }

    public ChallengeJson challenge() {
        var options = new Altcha.ChallengeOptions()
                .setAlgorithm(Altcha.Algorithm.SHA256)
                .setMaxNumber(WORK)
                .setSecureRandomNumber(true)
                .setHmacKey(key)
                .setExpires(clock.instant().plus(LIFETIME).getEpochSecond());
        try {
            return ChallengeJson.of(Altcha.createChallenge(options));
        } catch (Exception e) { // is all that ALTCHA declares
            throw new IllegalStateException("The captcha cannot be set", e);
        }
    }

    /**
     * Takes a solution. It is spent although the rest of the form may be refused: a robot works for each try.
     *
     * @param solution JSON in Base64, as the widget sends it
     * @throws InvalidInput there is none, or it is wrong, expired or spent
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void redeem(String solution) {
        if (solution == null || solution.isBlank()) {
            throw refusal("Solve the captcha: tick the box and wait a second.");
        }
        if (!isSolved(solution) || !spend(solution)) {
            throw refusal("This captcha is used or expired: solve it again.");
        }
    }

    private boolean isSolved(String solution) {
        try {
            return Altcha.verifySolution(solution, key, true);
        } catch (Exception e) { // is all that ALTCHA declares, and what it throws at nonsense
            return false;
        }
    }

    /** One challenge has one solution, in however many spellings: the challenge is what is spent. */
    private boolean spend(String solution) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SPEND)) {
            statement.setObject(1, now);
            statement.setBytes(2, new Secret(challengeOf(solution)).hash());
            statement.setObject(3, now.plus(LIFETIME));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The captcha could not be spent", e);
        }
    }

    private static String challengeOf(String solution) {
        var bytes = Base64.getDecoder().decode(solution);
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject().getString("challenge");
        }
    }

    private static InvalidInput refusal(String message) {
        return new InvalidInput("captcha", message);
    }
}
