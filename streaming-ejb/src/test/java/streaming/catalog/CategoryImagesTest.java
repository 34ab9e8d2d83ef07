package streaming.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.catalog.CatalogOnTest.ADMIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import streaming.TestDatabase;
import streaming.audit.AuditOnTest;
import streaming.caller.AdminRequired;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;
import streaming.image.ImagesOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;
import streaming.shared.Upload;

class CategoryImagesTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    final CategoryImages images = new CategoryImages();
    Categories categories;

    @BeforeEach
    void open() {
        categories = CatalogOnTest.categories(database, clock);
        images.entityManager = database.entityManager();
        images.images = ImagesOnTest.images(database, clock, folder);
        images.files = ImagesOnTest.files(images.images);
        images.audit = AuditOnTest.audit(database, clock, new Caller());
        database.inTransaction(() -> categories.add(ADMIN, "Just chatting"));
    }

    @Test
    void drawsWhatNobodyChose() throws IOException {
        assertThat(address()).isEqualTo("/images/category/just-chatting.svg");

        var drawn = images.get(category());

        assertThat(drawn.mediaType()).isEqualTo("image/svg+xml");
        assertThat(new String(drawn.bytes().readAllBytes(), StandardCharsets.UTF_8))
                .contains(">J</text>");
    }

    @Test
    void showsWhatAnAdminChoseAndDropsTheOneBefore() throws IOException {
        show(ADMIN, ImagesOnTest.upload());
        var first = address();
        show(ADMIN, ImagesOnTest.upload());

        assertThat(address()).matches("/images/[0-9a-f]{32}\\.(jpg|png)").isNotEqualTo(first);
        assertThat(images.files.find(first.replace("/images/", ""))).isEmpty();
        assertThat(database.count("select count(*) from images where account_id is null"))
                .isEqualTo(1);
        try (var bytes = images.get(category()).bytes()) {
            assertThat(bytes.readAllBytes()).isNotEmpty();
        }

        database.inTransaction(() -> images.hide(ADMIN, "just-chatting"));

        assertThat(address()).isEqualTo("/images/category/just-chatting.svg");
        assertThat(database.count("select count(*) from images")).isZero();
    }

    @Test
    void isForAdminsAndForImages() {
        var staff = SignedIn.of(-2, "sue", Role.STAFF);
        var script = new Upload("<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> images.check(staff, "just-chatting")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> show(staff, ImagesOnTest.upload())).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> images.hide(staff, "just-chatting")).isInstanceOf(AdminRequired.class);
        assertThatThrownBy(() -> images.check(ADMIN, "no-such")).isInstanceOf(NoSuchCategory.class);
        assertThatThrownBy(() -> show(ADMIN, script)).isInstanceOf(InvalidInput.class);
    }

    private void show(SignedIn who, Upload upload) {
        database.inTransaction(() -> images.show(who, "just-chatting", upload));
    }

    private Category category() {
        return database.inTransaction(() -> categories.find("just-chatting").orElseThrow());
    }

    private String address() {
        return database.inTransaction(() -> categories.list()).get(0).image();
    }
}
