package streaming.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
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

    /** HMAC-SHA256 of the purpose's name under the site's secret: 32 bytes. */
    public byte[] keyFor(String purpose) {
        return hmac(secret(), purpose.getBytes(StandardCharsets.UTF_8));
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

    private byte[] secret() {
        var bytes = Base64.getDecoder().decode(encoded);
        if (bytes.length != BYTES) {
            throw new IllegalStateException("streaming.secret must be %d bytes in Base64".formatted(BYTES));
        }
        return bytes;
    }
}
