package streaming.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks what devices answer (WebAuthn §7), with webauthn4j. Which model a device is of, we do not ask: any passkey will
 * do that verifies its user.
 */
@ApplicationScoped
public class PasskeyCeremonies {

    /** The algorithms that devices may use: ES256, EdDSA, RS256 (RFC 8152 §8, RFC 8812). */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private static final int LONGEST = 20_000;
    private static final boolean USER_VERIFIED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /** An answer that says by which credential it was made, and of whom the device thinks it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(AuthenticationData data, byte[] credentialId, Optional<byte[]> userHandle) {}

    /** What a good answer says of the credential now. */
    record Use(long signCount, boolean backedUp) {}

    /**
     * Checks what {@code navigator.credentials.create} gave.
     *
     * @throws PasskeyRefused for anything that is not the answer to this challenge for this site
     */
    NewCredential register(String json, byte[] challenge, RelyingParty party) {
        var algorithms = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            var data = webAuthn.verifyRegistrationResponseJSON(
                    readable(json),
                    new RegistrationParameters(server(challenge, party), algorithms, USER_VERIFIED, true));
            var authenticator = data.getAttestationObject().getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            return new NewCredential(
                    credential.getCredentialId(),
                    attested.convert(credential),
                    names(data.getTransports()),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** Reads what {@code navigator.credentials.get} gave. Nothing is checked yet. */
    Answer read(String json) {
        try {
            var data = webAuthn.parseAuthenticationResponseJSON(readable(json));
            return new Answer(data, data.getCredentialId(), Optional.ofNullable(data.getUserHandle()));
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /**
     * Checks the answer against the passkey it names. A device that counts its uses must have counted on: else there is
     * a copy of it.
     *
     * @throws PasskeyRefused for anything that is not the answer to this challenge for this site
     */
    Use authenticate(Answer answer, Passkey passkey, byte[] challenge, RelyingParty party) {
        try {
            var data = webAuthn.verify(
                    answer.data(),
                    new AuthenticationParameters(server(challenge, party), of(passkey), null, USER_VERIFIED, true));
            var authenticator = data.getAuthenticatorData();
            return new Use(authenticator.getSignCount(), authenticator.isFlagBS());
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private CredentialRecord of(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                attested.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(byte[] challenge, RelyingParty party) {
        return ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static String readable(String json) {
        if (json.isEmpty() || json.length() > LONGEST) {
            throw new PasskeyRefused("no answer");
        }
        return json;
    }

    private static Set<String> names(Set<AuthenticatorTransport> transports) {
        return transports == null
                ? Set.of()
                : transports.stream().map(AuthenticatorTransport::getValue).collect(Collectors.toSet());
    }

    /** Whatever it was: webauthn4j stumbles over JSON that lacks a part, it does not only refuse. */
    private static PasskeyRefused refused(RuntimeException why) {
        return new PasskeyRefused(why.getClass().getSimpleName());
    }
}
