package streaming.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The authorization code flow (OpenID Connect Core §3.1) with PKCE (RFC 7636), as a provider's settings want it. */
record CodeFlow(ProviderSettings settings, Endpoints endpoints, ProviderHttp http) {

    URI address(Attempt attempt, URI callback) {
        // The builder for OpenID Connect insists on the scope openid, which plain OAuth 2 does not know.
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, client())
                .endpointURI(endpoints.authorization())
                .redirectionURI(callback)
                .scope(new Scope(settings.scopes().toArray(String[]::new)))
                .state(new State(attempt.state()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .customParameter("nonce", attempt.nonce());
        settings.parameters().forEach(request::customParameter);
        return request.build().toURI();
    }

    /**
     * Trades the code for tokens.
     *
     * @throws ParseException with what the provider said, if it refused
     */
    TokenResponse tokens(Attempt attempt, Map<String, String> answer, URI callback) throws IOException, ParseException {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(answer.get("code")), callback, new CodeVerifier(attempt.verifier()));
        var proof = proof();
        var request = proof.isPresent()
                ? new TokenRequest.Builder(endpoints.token(), proof.get(), grant)
                : new TokenRequest.Builder(endpoints.token(), client(), grant);
        for (var parameter : settings.returnedParameters()) {
            request.customParameter(parameter, answer.getOrDefault(parameter, ""));
        }
        var response = OIDCTokenResponseParser.parse(http.send(request.build().toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new ParseException("the token endpoint answered "
                    + response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return response;
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private Optional<ClientAuthentication> proof() {
        return settings.clientSecret()
                .map(Secret::new)
                .map(secret -> settings.clientSecretInBody()
                        ? new ClientSecretPost(client(), secret)
                        : new ClientSecretBasic(client(), secret));
    }
}
