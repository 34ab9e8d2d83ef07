package streaming.passkey;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A device with one passkey, as the specification has it (WebAuthn §6), and the browser around it. */
public final class Authenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final ObjectConverter converter = new ObjectConverter();
    private final KeyPair keys = keys();
    private final byte[] credentialId = new byte[16];
    private int uses;
    private byte[] userHandle = {};
    private boolean verifies = true;

    public Authenticator() {
        new SecureRandom().nextBytes(credentialId);
    }

    /** One that does not ask who holds it. */
    Authenticator withoutVerification() {
        verifies = false;
        return this;
    }

    /** A copy was used elsewhere meanwhile, or this is the copy. */
    void countsFrom(int count) {
        uses = count;
    }

    /** What {@code navigator.credentials.create} gives on a page of this origin. */
    public String create(NewPasskeyOptionsJson options, String origin) {
        userHandle = Base64.getUrlDecoder().decode(options.user().id());
        var client = client("webauthn.create", options.challenge(), origin);
        var attestation = new LinkedHashMap<String, Object>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data(options.rp().id(), ATTESTED, attested()));
        return answer("""
                "clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]""".formatted(
                        base64(client), base64(converter.getCborConverter().writeValueAsBytes(attestation))));
    }

    /** What {@code navigator.credentials.get} gives on a page of this origin. */
    public String get(PasskeyOptionsJson options, String origin) {
        uses++;
        var client = client("webauthn.get", options.challenge(), origin);
        var data = data(options.rpId(), 0, new byte[0]);
        return answer(
                """
                "clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s\"""".formatted(base64(client), base64(data), base64(sign(data, sha256(client))), base64(userHandle)));
    }

    private String answer(String response) {
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"response":{%2$s}}""".formatted(base64(credentialId), response);
    }

    private static byte[] client(String type, String challenge, String origin) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String rpId, int flags, byte[] attested) {
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt(uses)
                .put(attested)
                .array();
    }

    private byte[] attested() {
        var key = converter
                .getCborConverter()
                .writeValueAsBytes(EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256));
        return ByteBuffer.allocate(18 + credentialId.length + key.length)
                .position(16) // a model that does not tell its name
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(key)
                .array();
    }

    private byte[] sign(byte[]... parts) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            for (var part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
