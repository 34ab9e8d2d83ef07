package streaming.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import streaming.TestDatabase;
import streaming.account.AccountsOnTest;
import streaming.account.SignUp;
import streaming.shared.TestClock;
import streaming.shared.TooLarge;
import streaming.shared.Upload;

class ImagesTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    Images images;
    long account;

    @BeforeEach
    void open() {
        images = ImagesOnTest.images(database, clock, folder);
        var accounts = AccountsOnTest.accounts(database, clock, signedUp -> {});
        account = database.inTransaction(() -> accounts.signUp(new SignUp("ada", "ada@example.org", "correct horse")))
                .id();
    }

    @Test
    void keepsAnImageAsAFileAndARow() throws IOException {
        var name = keep();

        assertThat(files()).containsExactly(name);
        assertThat(images.of(account)).containsExactly(name);
        assertThat(images.files.find(name)).isPresent();
    }

    @Test
    void findsOnlyNamesOfItsOwn() {
        assertThat(images.files.find("../secrets")).isEmpty();
        assertThat(images.files.find("0".repeat(32) + ".jpg")).isEmpty();
    }

    @Test
    void deletesTheFileOfAnImageThatIsDropped() throws IOException {
        var name = keep();

        database.inTransaction(() -> images.drop(name));

        assertThat(files()).isEmpty();
        assertThat(images.of(account)).isEmpty();
    }

    @Test
    void purgesWhatACrashLeftAndNothingElse() throws IOException {
        var used = keep();
        var orphan = images.files.put(image());
        Files.createFile(folder.resolve("images").resolve("0".repeat(32) + ".jpg.new"));
        var fresh = images.files.put(image());
        for (var name : files()) {
            if (!name.equals(fresh)) {
                age(name);
            }
        }

        assertThat(images.purge()).isEqualTo(2);

        assertThat(files()).containsExactlyInAnyOrder(used, fresh).doesNotContain(orphan);
    }

    @Test
    void readsNoMoreThanMayBeSent() {
        var endless = new java.io.InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };

        assertThatThrownBy(() -> Upload.read(endless, 1000)).isInstanceOf(TooLarge.class);
    }

    private String keep() {
        return database.inTransaction(() -> images.keep(account, image()));
    }

    private static CleanImage image() {
        return ImagesOnTest.image();
    }

    private void age(String name) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("images").resolve(name),
                FileTime.from(clock.instant().minus(Images.ORPHANED).minus(Duration.ofMinutes(1))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
