package streaming.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what the database keeps and must be read again, such as stream keys, with AES-256-GCM (NIST SP 800-38D): a
 * stolen database tells none of it. Each purpose has its own key, derived from the site's secret.
 */
@ApplicationScoped
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ServerSecret serverSecret;

    /** The nonce, then the cipher text with its tag. */
    public byte[] seal(String purpose, byte[] text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            return ByteBuffer.allocate(NONCE_BYTES + text.length + TAG_BITS / 8)
                    .put(nonce)
                    .put(cipher(Cipher.ENCRYPT_MODE, serverSecret.keyFor(purpose), nonce)
                            .doFinal(text))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has AES-GCM", e);
        }
    }

    /** The text again; fails if the site had another secret when it was sealed than it has or had. */
    public byte[] open(String purpose, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var cipherText = new byte[buffer.remaining()];
        buffer.get(cipherText);
        GeneralSecurityException last = null;
        for (var key : serverSecret.keysFor(purpose)) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(cipherText);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new IllegalStateException("Neither streaming.secret nor the previous one sealed this", last);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
