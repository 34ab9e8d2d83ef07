package streaming.account;

import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import streaming.TestDatabase;
import streaming.captcha.CaptchasOnTest;
import streaming.image.Images;
import streaming.image.ImagesOnTest;
import streaming.shared.ConfigOnTest;

/** What sign-up and profiles need, put together by hand on the test database; images go into a folder of the build. */
public final class ProfilesOnTest {

    private static final Path IMAGES = Path.of("target/test-files");

    private ProfilesOnTest() {}

    public static SignUpConfig config(Map<String, ?> settings) {
        var config = new SignUpConfig();
        config.config = ConfigOnTest.of(settings);
        return config;
    }

    static SignUpRules rules(TestDatabase database, Clock clock, SignUpConfig config) {
        var rules = new SignUpRules();
        rules.config = config;
        rules.captchas = CaptchasOnTest.captchas(database, clock);
        rules.validator = Validation.buildDefaultValidatorFactory().getValidator();
        return rules;
    }

    public static Profiles profiles(TestDatabase database, Clock clock, SignUpConfig config) {
        var profiles = new Profiles();
        profiles.entityManager = database.entityManager();
        profiles.images = images(database, clock);
        profiles.config = config;
        profiles.validator = Validation.buildDefaultValidatorFactory().getValidator();
        return profiles;
    }

    public static Images images(TestDatabase database, Clock clock) {
        return ImagesOnTest.images(database, clock, IMAGES);
    }

    public static RetiredNames retiredNames(TestDatabase database, Clock clock, SignUpConfig config) {
        var names = new RetiredNames();
        names.entityManager = database.entityManager();
        names.config = config;
        names.clock = clock;
        return names;
    }
}
