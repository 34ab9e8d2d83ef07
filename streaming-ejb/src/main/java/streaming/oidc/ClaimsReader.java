package streaming.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a provider says of somebody: the ID token, whose signature, issuer, audience, times and nonce it checks
 * (OpenID Connect Core §3.1.3.7), and the user info for what that lacks.
 */
record ClaimsReader(ProviderSettings settings, Endpoints endpoints, ProviderHttp http) {

    Claims read(TokenResponse tokens, String nonce)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        var access = tokens.toSuccessResponse().getTokens().getAccessToken();
        if (!settings.identifiesByIdToken()) {
            return userInfo(userInfoEndpoint(), access);
        }
        var claims = idToken(tokens, nonce);
        return isComplete(claims) || endpoints.userInfo().isEmpty()
                ? claims
                : merge(claims, userInfo(userInfoEndpoint(), access));
    }

    private Claims idToken(TokenResponse tokens, String nonce) throws ParseException, BadJOSEException, JOSEException {
        var token =
                tokens instanceof OIDCTokenResponse oidc ? oidc.getOIDCTokens().getIDToken() : null;
        if (token == null) {
            throw new ParseException("there is no ID token");
        }
        var keys = new JWSVerificationKeySelector<>(
                endpoints.algorithms(), endpoints.keys().orElseThrow());
        var validator =
                new IDTokenValidator(new Issuer(settings.issuer()), new ClientID(settings.clientId()), keys, null);
        return new Claims(validator.validate(token, new Nonce(nonce)).toJSONObject());
    }

    private boolean isComplete(Claims claims) {
        return claims.has(settings.claim("email", "email"))
                && (settings.groupsOfRoles().isEmpty() || claims.has(settings.claim("groups", "groups")));
    }

    private URI userInfoEndpoint() throws ParseException {
        return endpoints.userInfo().orElseThrow(() -> new ParseException("there is no user info endpoint"));
    }

    private Claims userInfo(URI address, AccessToken access) throws IOException, ParseException {
        var response = http.send(userInfoRequest(address, access));
        response.ensureStatusCode(200);
        Map<?, ?> body = response.getBodyAsJSONObject();
        var member = settings.userInfoMember();
        var claims = member.isPresent() ? body.get(member.get()) : body;
        if (!(claims instanceof Map<?, ?> object)) {
            throw new ParseException("the user info has no " + member.orElse("claims"));
        }
        var values = new HashMap<String, Object>();
        object.forEach((name, value) -> values.put(name.toString(), value));
        return new Claims(values);
    }

    private HTTPRequest userInfoRequest(URI address, AccessToken access) {
        if (!settings.userInfoByForm()) {
            var request = new HTTPRequest(HTTPRequest.Method.GET, address);
            request.setAuthorization(access.toAuthorizationHeader());
            return request;
        }
        var request = new HTTPRequest(HTTPRequest.Method.POST, address);
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setBody(URLUtils.serializeParameters(
                Map.of("client_id", List.of(settings.clientId()), "access_token", List.of(access.getValue()))));
        return request;
    }

    // A user info of somebody else must not be believed (OpenID Connect Core §5.3.2); what was signed comes first.
    private static Claims merge(Claims signed, Claims more) throws ParseException {
        if (!signed.text("sub").equals(more.text("sub"))) {
            throw new ParseException("the user info is of somebody else");
        }
        var values = new HashMap<>(more.values());
        values.putAll(signed.values());
        return new Claims(values);
    }
}
