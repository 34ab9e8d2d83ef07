package streaming.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The site's own secret, the same on all nodes; each purpose gets a key of its own derived from it. */
@ApplicationScoped
public class ServerSecret {

    static final int BYTES = 32;

    @Inject
    @ConfigProperty(name = "streaming.secret")
    String encoded;

    @Inject
    @ConfigProperty(name = "streaming.secret.previous")
    Optional<String> previouslyEncoded;

    /** HMAC-SHA256 of the purpose's name under the site's secret: 32 bytes. */
    public byte[] keyFor(String purpose) {
        return key(encoded, purpose);
    }

    /** The key of the secret, then that of the one before, if it is named: what was made with it can still be read. */
    public List<byte[]> keysFor(String purpose) {
        return Stream.concat(Stream.of(encoded), previouslyEncoded.stream())
                .map(secret -> key(secret, purpose))
                .toList();
    }

    private static byte[] key(String encoded, String purpose) {
        return hmac(secret(encoded), purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 (RFC 2104). */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
    }

    private static byte[] secret(String encoded) {
        var bytes = Base64.getDecoder().decode(encoded);
        if (bytes.length != BYTES) {
            throw new IllegalStateException("streaming.secret must be %d bytes in Base64".formatted(BYTES));
        }
        return bytes;
    }
}
