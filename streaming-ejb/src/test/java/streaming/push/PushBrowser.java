package streaming.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import streaming.shared.ServerSecret;

/** A browser's side of Web Push: subscribes, and reads what it is sent (RFC 8291 §3, RFC 8188 §2). */
final class PushBrowser {

    private final String endpoint;
    private final ECKey key;
    private final byte[] auth = new byte[16];

    PushBrowser(String endpoint) {
        this.endpoint = endpoint;
        new Random(endpoint.hashCode()).nextBytes(auth);
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JVM has P-256", e);
        }
    }

    NewPushSubscription subscription() {
        return new NewPushSubscription(endpoint, new NewPushSubscription.Keys(base64(point(key)), base64(auth)));
    }

    /** What the body of a push says. */
    String read(byte[] body) throws GeneralSecurityException, JOSEException {
        var buffer = ByteBuffer.wrap(body);
        byte[] salt = take(buffer, 16);
        int recordSize = buffer.getInt();
        byte[] sender = take(buffer, buffer.get());
        byte[] record = take(buffer, buffer.remaining());
        if (record.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }

        byte[] shared = hmac(auth, agree(sender));
        byte[] input = expand(shared, join(bytes("WebPush: info\0"), point(key), sender), 32);
        byte[] pseudoRandom = hmac(salt, input);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expand(pseudoRandom, bytes("Content-Encoding: aes128gcm\0"), 16), "AES"),
                new GCMParameterSpec(128, expand(pseudoRandom, bytes("Content-Encoding: nonce\0"), 12)));
        var text = new String(cipher.doFinal(record), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf(2)); // the delimiter of the last record
    }

    private byte[] agree(byte[] sender) throws GeneralSecurityException, JOSEException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key.toECPrivateKey());
        agreement.doPhase(publicKey(sender).toECPublicKey(), true);
        return agreement.generateSecret();
    }

    /** A key that is given as an uncompressed point. */
    static ECKey publicKey(byte[] point) {
        return new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build();
    }

    private static byte[] point(ECKey key) {
        return join(new byte[] {4}, key.getX().decode(), key.getY().decode());
    }

    private static byte[] expand(byte[] key, byte[] info, int length) {
        return Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        return ServerSecret.hmac(key, message);
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        var taken = new byte[length];
        buffer.get(taken);
        return taken;
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
