package streaming.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.Upload;

class CleanImageTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void drawsAPictureAnewAsASquare(String format) {
        var clean = CleanImage.of(upload(bytes(halves(900, 600), format)), ImageShape.PICTURE.size(), "picture");

        assertThat(clean.extension()).isEqualTo("jpg");
        assertThat(decoded(clean)).returns(512, BufferedImage::getWidth).returns(512, BufferedImage::getHeight);
    }

    @Test
    void readsWebp() throws IOException {
        try (var file = CleanImageTest.class.getResourceAsStream("red.webp")) {
            var clean = CleanImage.of(Upload.read(file, 10_000), ImageShape.COVER.size(), "cover");

            assertThat(decoded(clean))
                    .returns(32, BufferedImage::getWidth)
                    .returns(16, BufferedImage::getHeight)
                    .satisfies(image -> assertThat(new Color(image.getRGB(16, 8)))
                            .returns(true, color -> color.getRed() > 200 && color.getBlue() < 60));
        }
    }

    @Test
    void neverMakesAnImageLarger() {
        var clean = CleanImage.of(upload(bytes(halves(40, 30), "png")), ImageShape.COVER.size(), "cover");

        assertThat(decoded(clean)).returns(40, BufferedImage::getWidth).returns(30, BufferedImage::getHeight);
    }

    @Test
    void keepsWhatIsTransparent() {
        var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);

        var clean = CleanImage.of(upload(bytes(image, "png")), ImageShape.PICTURE.size(), "picture");

        assertThat(clean.extension()).isEqualTo("png");
        assertThat(decoded(clean).getRGB(10, 10) >>> 24).isZero();
    }

    @Test
    void turnsAPhotographUprightAndForgetsWhereItWasTaken() {
        var taken = withExif(bytes(halves(80, 40), "jpg"), 6); // the camera was turned: rotate by 90 degrees

        var clean = CleanImage.of(upload(taken), ImageShape.COVER.size(), "cover");

        var image = decoded(clean);
        assertThat(image).returns(40, BufferedImage::getWidth).returns(80, BufferedImage::getHeight);
        assertThat(new Color(image.getRGB(20, 10)).getRed())
                .as("what was left is above")
                .isGreaterThan(200);
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "BM not allowed", "", "GIF89a"})
    void refusesWhatIsNoImage(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesHalfAFile() {
        var whole = bytes(halves(300, 300), "png");

        assertRefused(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesABombBeforeItIsUnpacked() {
        var bomb = pngHead(30_000, 30_000);

        assertThatThrownBy(() -> CleanImage.of(upload(bomb), ImageShape.PICTURE.size(), "picture"))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(Problem.FieldError::message)
                        .containsExactly("Use an image of at most 50 megapixels."));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> CleanImage.of(upload(bytes), ImageShape.PICTURE.size(), "picture"))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors())
                        .extracting(Problem.FieldError::field)
                        .containsExactly("picture"));
    }

    private static Upload upload(byte[] bytes) {
        return new Upload(bytes);
    }

    /** Red on the left, blue on the right. */
    static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    static byte[] bytes(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            assertThat(ImageIO.write(image, format, out)).isTrue();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage decoded(CleanImage image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The segment APP1 after the first marker, with the orientation and nothing else in it. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG that says how large it is, and ends there. */
    private static byte[] pngHead(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(head);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(head)
                .putInt((int) sum.getValue())
                .array();
    }
}
