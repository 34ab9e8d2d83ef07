package streaming.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import streaming.shared.Secret;
import streaming.shared.ServerSecret;

/** Seals stream keys with AES-256-GCM (NIST SP 800-38D), so that a stolen database does not go live. */
@ApplicationScoped
public class KeySeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ServerSecret serverSecret;

    /** The nonce, then the cipher text with its tag. */
    public byte[] seal(Secret key) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var text = key.text().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(NONCE_BYTES + text.length + TAG_BITS / 8)
                .put(nonce)
                .put(run(Cipher.ENCRYPT_MODE, nonce, text))
                .array();
    }

    /** The key again; fails if the site has another secret now than when it was sealed. */
    public Secret open(byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var cipherText = new byte[buffer.remaining()];
        buffer.get(cipherText);
        return new Secret(new String(run(Cipher.DECRYPT_MODE, nonce, cipherText), StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(serverSecret.keyFor("stream-keys"), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("streaming.secret is not the one that sealed this stream key", e);
        }
    }
}
