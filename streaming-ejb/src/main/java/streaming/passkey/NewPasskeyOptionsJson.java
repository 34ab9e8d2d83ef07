package streaming.passkey;

import java.util.List;

/** What {@code navigator.credentials.create} takes ({@code PublicKeyCredentialCreationOptionsJSON}, WebAuthn §5.4). */
public record NewPasskeyOptionsJson(
        Party rp,
        User user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<PasskeyOptionsJson.Credential> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /** Who asks. */
    public record Party(String id, String name) {}

    /** Whose it will be; {@code id} is the handle that the device gives back. */
    public record User(String id, String name, String displayName) {}

    /** One way to sign. */
    public record Algorithm(String type, long alg) {}

    /** A key that the device finds by itself, so that no name is asked, and uses only once it knows its user. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {

        static final Selection PASSKEY = new Selection("required", true, "required");
    }
}
