package streaming.factor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The key that we share with an authenticator app, and the codes it gives: six digits each half minute (RFC 6238). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AppKey(byte[] bytes) {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final int BYTES = 20; // as many as HMAC-SHA-1 gives (RFC 4226 §4)
    private static final int DIGITS = 6;
    private static final int SKEW = 1; // a step before and after: clocks differ, people take their time
    private static final SecureRandom RANDOM = new SecureRandom();

    static AppKey random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new AppKey(bytes);
    }

    /** For people to type: base32 in groups of four. */
    String text() {
        return Base32.encode(bytes).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** For a QR code, as apps read it (Google Authenticator's Key URI Format). */
    String address(String site, String username) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%1$s"
                .formatted(
                        URLEncoder.encode(site, StandardCharsets.UTF_8).replace("+", "%20"),
                        username,
                        Base32.encode(bytes));
    }

    /** The step whose code this is: one near now, and after the last one that was used. */
    OptionalLong stepOf(String code, Instant now, long lastStep) {
        var step = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(step - SKEW, step + SKEW)
                .filter(candidate -> candidate > lastStep)
                .filter(candidate -> MessageDigest.isEqual(ascii(code(candidate)), ascii(code)))
                .findFirst();
    }

    String code(long step) {
        try {
            return new HmacOneTimePasswordGenerator(DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(bytes, "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every key is good for HMAC", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never the key: records like to be logged. */
    @Override
    public String toString() {
        return "AppKey[…]";
    }
}
