package streaming.shared;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;

/** A file as somebody sent it, whatever it is. In JSON it is Base64, with or without the head of a {@code data:} address. */
@JsonbTypeAdapter(Upload.InBase64.class)
public final class Upload {

    private final byte[] bytes;

    public Upload(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * Reads no more than may be sent.
     *
     * @throws TooLarge there is more
     */
    public static Upload read(InputStream body, int longest) {
        try {
            var bytes = body.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new TooLarge(longest);
            }
            return new Upload(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser sends an empty file for a field that nobody filled in. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public int length() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Upload upload && Arrays.equals(bytes, upload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Upload[" + bytes.length + " bytes]";
    }

    /** Text of RFC 4648 section 4; line breaks are borne. */
    public static final class InBase64 implements JsonbAdapter<Upload, String> {

        @Override
        public String adaptToJson(Upload upload) {
            return Base64.getEncoder().encodeToString(upload.bytes);
        }

        @Override
        public Upload adaptFromJson(String text) {
            var data = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
            try {
                return new Upload(Base64.getDecoder().decode(data.replaceAll("[\r\n]", "")));
            } catch (IllegalArgumentException e) {
                throw new InvalidInput("image", "This is not Base64 (RFC 4648).");
            }
        }
    }
}
