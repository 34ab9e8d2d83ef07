package streaming.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import streaming.shared.InvalidInput;
import streaming.shared.Upload;

/**
 * An image of our own making: what somebody sent, read and drawn anew. Where and with what it was taken is gone, it
 * stands upright, and whatever else was in the file has not come along.
 */
public final class CleanImage {

    static final long MOST_PIXELS = 50_000_000; // a telephone's camera; a WebP is held whole while it is read
    static final long MOST_PIXELS_WEBP = 16_000_000;
    private static final float JPEG_QUALITY = 0.88f;
    private static final Semaphore AT_ONCE = new Semaphore(2); // each takes memory

    private final byte[] bytes;
    private final String extension;

    private CleanImage(byte[] bytes, String extension) {
        this.bytes = bytes;
        this.extension = extension;
    }

    /**
     * Draws the upload anew.
     *
     * @param field the input's name in a refusal
     * @throws InvalidInput it is no image that we read, or has too many pixels
     */
    public static CleanImage of(Upload upload, ImageSize size, String field) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return encode(fit(read(upload.bytes(), size, field), size));
        } catch (InvalidInput refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damaged) { // decoders throw all kinds
            throw new InvalidInput(field, "This image is damaged: save it anew and send that.");
        } finally {
            AT_ONCE.release();
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** {@code jpg}, or {@code png} where parts are transparent. */
    String extension() {
        return extension;
    }

    private static BufferedImage read(byte[] bytes, ImageSize size, String field) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var format = ImageFormat.of(stream)
                    .orElseThrow(() -> new InvalidInput(field, "Send a JPEG, PNG, GIF or WebP image."));
            var reader = format.newReader();
            try {
                reader.setInput(stream, false, false);
                refuseTooMany(reader, format, field);
                return upright(reader.read(0, sparing(reader, size)), Turn.of(format, bytes));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Before anything is unpacked: a small file may hold a picture that fills the memory. */
    private static void refuseTooMany(ImageReader reader, ImageFormat format, String field) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        var most = format == ImageFormat.WEBP ? MOST_PIXELS_WEBP : MOST_PIXELS;
        if (pixels > most) {
            throw new InvalidInput(field, "Use an image of at most %d megapixels.".formatted(most / 1_000_000));
        }
    }

    /** Reads every second, third, … pixel of what is more than twice as large as needed: the heap is small. */
    private static ImageReadParam sparing(ImageReader reader, ImageSize size) throws IOException {
        var needed = 4.0 * size.width() * size.height();
        var step = Math.max(1, (int) Math.sqrt(reader.getWidth(0) / needed * reader.getHeight(0)));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        return orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    /** Made smaller where it is too large, never larger. */
    private static BufferedImage fit(BufferedImage image, ImageSize size) throws IOException {
        if (size.cut()) {
            var cut = Math.min((double) image.getWidth() / size.width(), (double) image.getHeight() / size.height());
            var part = Math.min(1, cut); // of the size that it should have
            var width = Math.max(1, (int) Math.round(size.width() * part));
            var height = Math.max(1, (int) Math.round(size.height() * part));
            return Thumbnails.of(image)
                    .size(width, height)
                    .crop(Positions.CENTER)
                    .asBufferedImage();
        }
        var scale = Math.min(
                1.0, Math.min((double) size.width() / image.getWidth(), (double) size.height() / image.getHeight()));
        return Thumbnails.of(image).scale(scale).asBufferedImage();
    }

    private static CleanImage encode(BufferedImage image) throws IOException {
        var extension = image.getColorModel().hasAlpha() ? "png" : "jpg";
        var plain = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                extension.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        var writer = writer(extension, plain);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), parameters(writer, extension));
        } finally {
            writer.dispose();
        }
        return new CleanImage(out.toByteArray(), extension);
    }

    private static ImageWriter writer(String extension, BufferedImage image) {
        return ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), extension)
                .next();
    }

    private static ImageWriteParam parameters(ImageWriter writer, String extension) {
        var parameters = writer.getDefaultWriteParam();
        if (extension.equals("jpg")) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
        }
        return parameters;
    }
}
