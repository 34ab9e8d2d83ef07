package streaming.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How the camera was held (Exif 2.32, tag 274). Exif is looked for here and not in ImageIO's metadata, which refuse
 * files whose segments come in an order that cameras do use.
 */
final class Turn {

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private Turn() {}

    /** Upright where nothing is said, or nothing that makes sense. */
    static Orientation of(ImageFormat format, byte[] file) {
        var exif =
                switch (format) {
                    case JPEG -> inJpeg(file);
                    case WEBP -> inWebp(file);
                    case PNG, GIF -> Optional.<byte[]>empty();
                };
        try {
            return exif.map(ExifUtils::getOrientationFromExif).orElse(Orientation.TOP_LEFT);
        } catch (RuntimeException damaged) {
            return Orientation.TOP_LEFT; // the picture may be whole although what is said of it is not
        }
    }

    /** The first segment APP1 that is Exif, before the picture begins. */
    private static Optional<byte[]> inJpeg(byte[] file) {
        var segments = ByteBuffer.wrap(file).position(2);
        while (segments.remaining() >= 4) {
            int marker = segments.getShort() & 0xFFFF;
            int length = (segments.getShort() & 0xFFFF) - 2;
            if (marker == 0xFFDA || length < 0 || length > segments.remaining()) {
                return Optional.empty();
            }
            var body = Arrays.copyOfRange(file, segments.position(), segments.position() + length);
            if (marker == 0xFFE1 && startsWithHead(body)) {
                return Optional.of(body);
            }
            segments.position(segments.position() + length);
        }
        return Optional.empty();
    }

    /** The chunk EXIF (RFC 9649 section 2.7.1.5). */
    private static Optional<byte[]> inWebp(byte[] file) {
        var chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (chunks.remaining() >= 8) {
            int name = chunks.getInt();
            int length = chunks.getInt();
            if (length < 0 || length > chunks.remaining()) {
                return Optional.empty();
            }
            if (name == 0x46495845) { // "EXIF"
                var body = Arrays.copyOfRange(file, chunks.position(), chunks.position() + length);
                return Optional.of(startsWithHead(body) ? body : afterHead(body));
            }
            chunks.position(Math.min(chunks.limit(), chunks.position() + length + length % 2));
        }
        return Optional.empty();
    }

    private static boolean startsWithHead(byte[] body) {
        return body.length > EXIF.length && Arrays.equals(body, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static byte[] afterHead(byte[] body) {
        return ByteBuffer.allocate(EXIF.length + body.length)
                .put(EXIF)
                .put(body)
                .array();
    }
}
