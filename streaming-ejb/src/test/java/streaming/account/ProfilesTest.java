package streaming.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import streaming.TestDatabase;
import streaming.image.ImageShape;
import streaming.image.ImagesOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;
import streaming.shared.Upload;

class ProfilesTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    final TestClock clock = new TestClock();
    Profiles profiles;
    long account;

    @BeforeEach
    void open() {
        var german = Map.of("streaming.signup.region", "DE");
        profiles = ProfilesOnTest.profiles(database, clock, ProfilesOnTest.config(german));
        var accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        account = database.inTransaction(() -> accounts.signUp(new SignUp("ada", "ada@example.org", "correct horse")))
                .id();
    }

    @Test
    void changesWhatTheEditNamesAndLeavesTheRest() {
        edit(new ProfileEdit(" Ada ", "Lovelace", null, "Counts."));

        edit(new ProfileEdit(null, "King", null, null));

        assertThat(profiles.get(account))
                .returns("Ada", Profile::firstName)
                .returns("King", Profile::lastName)
                .returns("Counts.", Profile::bio)
                .returns(null, Profile::phone);
    }

    @Test
    void keepsATelephoneNumberInItsOneFormUntilItIsTakenAway() {
        edit(new ProfileEdit(null, null, "030 901820", null));
        assertThat(profiles.get(account).phone()).isEqualTo("+4930901820");

        edit(new ProfileEdit(null, null, "", null));
        assertThat(profiles.get(account).phone()).isNull();
    }

    @Test
    void refusesWhatIsTooLongOrNoNumber() {
        assertThatThrownBy(() -> edit(new ProfileEdit("a".repeat(51), null, null, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> edit(new ProfileEdit(null, null, "not a number", null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void showsAnImageInPlaceOfTheOneBefore() {
        var first = show(ImageShape.COVER);

        var second = show(ImageShape.COVER);

        assertThat(second).isNotEqualTo(first);
        assertThat(profiles.images.of(account)).containsExactly(second);
        assertThat(profiles.get(account).image(ImageShape.PICTURE)).isNull();
    }

    @Test
    void hidesAnImage() {
        show(ImageShape.PICTURE);

        database.inTransaction(() -> profiles.hide(account, ImageShape.PICTURE));

        assertThat(profiles.get(account).image(ImageShape.PICTURE)).isNull();
        assertThat(profiles.images.of(account)).isEmpty();
    }

    @Test
    void keepsTheOldImageIfTheNewOneIsNone() {
        var before = show(ImageShape.PICTURE);
        var text = new Upload("no image".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> database.inTransaction(() -> profiles.show(account, ImageShape.PICTURE, text)))
                .isInstanceOf(InvalidInput.class);

        assertThat(profiles.get(account).image(ImageShape.PICTURE)).isEqualTo(before);
    }

    @Test
    void isNeverApartFromItsAccount() {
        assertThatThrownBy(() -> execute("delete from profiles")).hasStackTraceContaining("accounts_have_profile");
        assertThatThrownBy(() -> execute("""
                        insert into accounts (username, email, password_hash, joined_at)
                        values ('alone', 'alone@example.org', 'hash', now())
                        """)).hasStackTraceContaining("accounts_have_profile");

        execute("delete from accounts");
        assertThat(database.count("select count(*) from profiles")).isZero();
    }

    @Test
    void showsNoImageThatIsGone() {
        show(ImageShape.PICTURE);

        assertThatThrownBy(() -> execute("delete from images")).hasStackTraceContaining("profiles_picture_kept");
    }

    private void edit(ProfileEdit edit) {
        database.inTransaction(() -> profiles.edit(account, edit));
    }

    private String show(ImageShape shape) {
        return database.inTransaction(() -> profiles.show(account, shape, ImagesOnTest.upload()))
                .image(shape);
    }

    private void execute(String sql) {
        database.inTransaction(
                () -> database.entityManager().createNativeQuery(sql).executeUpdate());
    }
}
