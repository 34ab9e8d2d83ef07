package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.image.ImageShape;
import streaming.image.ImagesOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.Problem.FieldError;
import streaming.shared.TestClock;
import streaming.shared.Upload;

class SignUpTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();

    @Test
    void takesAllThatSomebodyTellsAboutThemselves() {
        var account = signUp(
                Map.of(),
                new SignUp(
                        "ada",
                        "ada@example.org",
                        "correct horse",
                        "Ada",
                        "Lovelace",
                        "+44 20 7031 3000",
                        "Counts.",
                        ImagesOnTest.upload(),
                        null));

        assertThat(database.entityManager().find(Profile.class, account.id()))
                .returns("Ada", Profile::firstName)
                .returns("Lovelace", Profile::lastName)
                .returns("+442070313000", Profile::phone)
                .returns("Counts.", Profile::bio)
                .extracting(profile -> profile.image(ImageShape.PICTURE))
                .isNotNull();
    }

    @Test
    void makesNoAccountForAPictureThatIsNone() {
        var text = new Upload("no image".getBytes(StandardCharsets.UTF_8));

        assertRefused(Map.of(), with(text, null), "picture");
        assertThat(database.count("select count(*) from accounts")).isZero();
    }

    @Test
    void asksForAProofOfWorkWhereTheSiteWantsOne() {
        assertRefused(Map.of("streaming.signup.captcha", true), with(null, null), "captcha");
        assertRefused(Map.of("streaming.signup.captcha", true), with(null, "e30="), "captcha");
    }

    @Test
    void refusesAWeakPasswordByItsField() {
        assertRefused(Map.of(), new SignUp("ada", "ada@example.org", "1234567890"), "password");
        assertRefused(Map.of(), new SignUp("lovelace", "ada@example.org", "my lovelace"), "password");
    }

    @Test
    void saysHowToGetAnAccountWhereSignUpIsClosed() {
        var closed = Map.of("streaming.signup.open", false, "streaming.signup.contact", "it@example.org");

        assertThatThrownBy(() -> signUp(closed, with(null, null)))
                .isInstanceOf(SignUpClosed.class)
                .hasMessageContaining("it@example.org");
    }

    @Test
    void givesTheNameOfADeletedAccountToNobody() {
        retire("ada");
        clock.advance(Duration.ofDays(3650));

        assertThatThrownBy(() -> signUp(Map.of(), with(null, null))).isInstanceOf(UsernameTaken.class);
    }

    @Test
    void givesTheNameOfADeletedAccountAwayAfterTheTimeThatIsSet() {
        var afterThirtyDays = Map.of("streaming.account.retired-name-days", 30);
        retire("ada");

        clock.advance(Duration.ofDays(29));
        assertThatThrownBy(() -> signUp(afterThirtyDays, with(null, null))).isInstanceOf(UsernameTaken.class);

        clock.advance(Duration.ofDays(2));
        assertThat(signUp(afterThirtyDays, with(null, null)).username()).isEqualTo("ada");
    }

    private void retire(String username) {
        var names = ProfilesOnTest.retiredNames(database, clock, ProfilesOnTest.config(Map.of()));
        database.inTransaction(() -> names.retire(username));
    }

    private static SignUp with(Upload picture, String captcha) {
        return new SignUp("ada", "ada@example.org", "correct horse", null, null, null, null, picture, captcha);
    }

    private Account signUp(Map<String, ?> settings, SignUp input) {
        var accounts = AccountsOnTest.accounts(database, clock, signedUp -> {}, settings);
        return database.inTransaction(() -> accounts.signUp(input));
    }

    private void assertRefused(Map<String, ?> settings, SignUp input, String field) {
        assertThatThrownBy(() -> signUp(settings, input))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field)
                        .containsOnly(field));
    }
}
