package streaming.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static streaming.channel.ChannelsOnTest.signedIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import streaming.TestDatabase;
import streaming.account.Account;
import streaming.audience.AudienceOnTest;
import streaming.image.ImagesOnTest;
import streaming.shared.InvalidInput;
import streaming.shared.TestClock;
import streaming.shared.Upload;

class ChannelImagesTest {

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    final ChannelImages images = new ChannelImages();
    ChannelsOnTest site;
    Account ada;

    @BeforeEach
    void open() {
        site = new ChannelsOnTest(database, clock, new AudienceOnTest(clock).audience());
        images.entityManager = database.entityManager();
        images.images = ImagesOnTest.images(database, clock, folder);
        images.files = ImagesOnTest.files(images.images);
        ada = site.signUp("ada");
    }

    @Test
    void drawsWhatNobodyUploaded() throws IOException {
        assertThat(channel().images().avatar()).isEqualTo("/images/avatar/ada.svg");
        assertThat(channel().poster()).isNull();

        var drawn = images.get("ada", ChannelImage.AVATAR);

        assertThat(drawn.mediaType()).isEqualTo("image/svg+xml");
        assertThat(new String(drawn.bytes().readAllBytes(), StandardCharsets.UTF_8))
                .contains(">A</text>");
    }

    @Test
    void showsTheOwnersImagesAndDropsThoseBefore() throws IOException {
        show(ChannelImage.THUMBNAIL);
        show(ChannelImage.COVER);
        var first = channel().images();
        show(ChannelImage.COVER);

        var now = channel();

        assertThat(now.images().thumbnail()).isEqualTo(first.thumbnail()).isEqualTo(now.poster());
        assertThat(now.images().cover()).isNotEqualTo(first.cover());
        assertThat(images.files.find(first.cover().replace("/images/", ""))).isEmpty();
        assertThat(database.count("select count(*) from images")).isEqualTo(2);
        try (var bytes = images.get("ada", ChannelImage.COVER).bytes()) {
            assertThat(bytes.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void goesBackToTheDrawnOne() {
        show(ChannelImage.AVATAR);

        database.inTransaction(() -> images.hide(signedIn(ada), "ada", ChannelImage.AVATAR));

        assertThat(channel().images().avatar()).isEqualTo("/images/avatar/ada.svg");
        assertThat(database.count("select count(*) from images")).isZero();
    }

    @Test
    void refusesStrangersAndWhatIsNoImage() {
        var grace = signedIn(site.signUp("grace"));
        var script = new Upload("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> images.check(grace, "ada")).isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> database.inTransaction(() -> images.hide(grace, "ada", ChannelImage.AVATAR)))
                .isInstanceOf(NotYourChannel.class);
        assertThatThrownBy(() -> images.check(grace, "nobody")).isInstanceOf(NoSuchChannel.class);
        assertThatThrownBy(() -> images.show(signedIn(ada), "ada", ChannelImage.AVATAR, script))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void goesWithItsOwner() {
        show(ChannelImage.AVATAR);

        database.inTransaction(() -> database.entityManager()
                .createNativeQuery("delete from accounts")
                .executeUpdate());

        assertThat(database.count("select count(*) from images")).isZero();
    }

    private void show(ChannelImage image) {
        database.inTransaction(() -> images.show(signedIn(ada), "ada", image, ImagesOnTest.upload()));
    }

    private ChannelJson channel() {
        return database.inTransaction(() -> site.channels.get("ada"));
    }
}
