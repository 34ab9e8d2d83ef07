package streaming.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * A sign-in on its way through a provider: what the answer must fit (RFC 9700 §4.7, PKCE by RFC 7636), and what it is
 * for. The browser that began it carries it, sealed; nobody else can finish it.
 *
 * @param next the path to go to afterwards
 * @param linkTo the account that the identity is to be linked to, or 0 to sign in
 */
public record Attempt(String provider, String state, String nonce, String verifier, String next, long linkTo) {

    static Attempt begin(String provider, String next, long linkTo) {
        return new Attempt(
                provider, new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), next, linkTo);
    }

    boolean isAnsweredBy(String otherState) {
        return otherState != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), otherState.getBytes(StandardCharsets.UTF_8));
    }

    List<String> fields() {
        return List.of(provider, state, nonce, verifier, next, Long.toString(linkTo));
    }

    static Attempt of(List<String> fields) {
        return new Attempt(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                Long.parseLong(fields.get(5)));
    }

    /** Never what proves it: records like to be logged. */
    @Override
    public String toString() {
        return "Attempt[" + provider + "]";
    }
}
