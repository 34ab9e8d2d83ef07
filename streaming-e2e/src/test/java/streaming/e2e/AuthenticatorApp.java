package streaming.e2e;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone that shows codes (RFC 6238), told the key as the page shows it. */
record AuthenticatorApp(String key) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final long STEP_MILLIS = 30_000;

    String code() {
        return code(0);
    }

    /** The next one. The site takes it, too: clocks differ. */
    String nextCode() {
        return code(1);
    }

    private String code(int later) {
        var step = System.currentTimeMillis() / STEP_MILLIS + later;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            var offset = hash.get(hash.capacity() - 1) & 0xf;
            return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HmacSHA1", e);
        }
    }

    private byte[] bytes() {
        var number = key.replace(" ", "")
                .chars()
                .mapToObj(letter -> BigInteger.valueOf(ALPHABET.indexOf(letter)))
                .reduce(BigInteger.ONE, (all, next) -> all.shiftLeft(5).or(next)); // the one keeps leading zeros
        var bytes = number.toByteArray();
        return Arrays.copyOfRange(bytes, bytes.length - BYTES, bytes.length);
    }
}
