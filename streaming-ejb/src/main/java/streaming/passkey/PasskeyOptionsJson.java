package streaming.passkey;

import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What {@code navigator.credentials.get} takes ({@code PublicKeyCredentialRequestOptionsJSON}, WebAuthn §5.5). */
public record PasskeyOptionsJson(
        String challenge, String rpId, long timeout, String userVerification, List<Credential> allowCredentials) {

    /** A passkey that may answer, or that is there already. */
    public record Credential(String type, String id, Set<String> transports) {

        static Credential of(Passkey passkey) {
            return new Credential(
                    "public-key",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(passkey.credentialId()),
                    passkey.transports());
        }
    }
}
