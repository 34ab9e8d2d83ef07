package streaming.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a provider is asked what, as its discovery document says (OpenID Connect Discovery §3) or the settings do. */
record Endpoints(
        URI authorization,
        URI token,
        Optional<URI> userInfo,
        Optional<JWKSource<SecurityContext>> keys,
        Set<JWSAlgorithm> algorithms) {

    static Endpoints of(ProviderSettings settings, ProviderHttp http) throws IOException, ParseException {
        var authorization = settings.endpoint("authorization");
        var token = settings.endpoint("token");
        if (authorization.isPresent() && token.isPresent() && !settings.identifiesByIdToken()) {
            return new Endpoints(
                    authorization.get(), token.get(), settings.endpoint("user-info"), Optional.empty(), Set.of());
        }
        var discovered = discover(settings, http);
        return new Endpoints(
                authorization.orElse(discovered.getAuthorizationEndpointURI()),
                token.orElse(discovered.getTokenEndpointURI()),
                settings.endpoint("user-info").or(() -> Optional.ofNullable(discovered.getUserInfoEndpointURI())),
                Optional.of(keys(discovered.getJWKSetURI(), http)),
                signatures(discovered.getIDTokenJWSAlgs()));
    }

    private static OIDCProviderMetadata discover(ProviderSettings settings, ProviderHttp http)
            throws IOException, ParseException {
        var issuer = settings.issuer();
        var address = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var metadata = OIDCProviderMetadata.parse(
                http.retrieveResource(address.toURL()).getContent());
        if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
            throw new ParseException("The document of %s is of %s".formatted(issuer, metadata.getIssuer()));
        }
        for (var endpoint : List.of(
                metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())) {
            if ("https".equals(issuer.getScheme()) && !"https".equals(endpoint.getScheme())) {
                throw new ParseException(endpoint + " is without TLS");
            }
        }
        return metadata;
    }

    /**
     * Keys are kept for five minutes, and fetched anew for a signature by one that is not among them: providers rotate
     * theirs. Only a provider itself can cause that, since tokens come from nobody else; and no thread of its own
     * fetches ahead, which would outlive the application.
     */
    private static JWKSource<SecurityContext> keys(URI address, ProviderHttp http) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), http)
                .refreshAheadCache(false)
                .rateLimited(false)
                .build();
    }

    // Never "none", and none by a secret that is ours as well.
    private static Set<JWSAlgorithm> signatures(List<JWSAlgorithm> offered) {
        var usable = offered == null
                ? Set.<JWSAlgorithm>of()
                : offered.stream()
                        .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                        .collect(Collectors.toSet());
        return usable.isEmpty() ? Set.of(JWSAlgorithm.RS256) : usable;
    }
}
