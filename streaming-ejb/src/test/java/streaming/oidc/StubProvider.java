package streaming.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An OpenID Connect provider that says what a test wants it to say, on a port of this machine. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "streaming";
    static final String NONCE = "the-nonce";
    static final String SUBJECT = "f81d4fae";

    private final HttpServer server;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> tokenRequests = new ArrayList<>();
    private RSAKey key;
    private Supplier<String> tokens = this::goodTokens;
    private Supplier<String> userInfo = () -> "{}";
    private int tokenStatus = 200;

    StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rotateKey("first");
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
        server.createContext("/token", exchange -> {
            tokenRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, tokenStatus, tokens.get());
        });
        server.createContext("/user-info", exchange -> answer(exchange, 200, userInfo.get()));
        server.start();
        set("issuer", issuer());
        set("client-id", CLIENT);
        set("client-secret", "the secret that no log has");
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void set(String setting, String value) {
        settings.put("streaming.sso.acme." + setting, value);
    }

    ProviderSettings settings() {
        return settings("acme");
    }

    /** The same settings under another name. */
    ProviderSettings settings(String name) {
        return new ProviderSettings(
                name, key -> Optional.ofNullable(settings.get(key.replace("." + name + ".", ".acme."))));
    }

    void rotateKey(String id) {
        try {
            key = new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void answersToken(int status, String body) {
        tokenStatus = status;
        tokens = () -> body;
    }

    void answersUserInfo(String body) {
        userInfo = () -> body;
    }

    /** ID tokens from now on are the good one with this change. */
    void issues(Consumer<JWTClaimsSet.Builder> change) {
        tokens = () -> tokens(signed(change));
    }

    String signed(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(SUBJECT)
                .issueTime(inSeconds(0))
                .expirationTime(inSeconds(60))
                .claim("nonce", NONCE)
                .claim("email", "ada@acme.example")
                .claim("email_verified", true)
                .claim("preferred_username", "ada")
                .claim("groups", List.of("/streaming-admins", "/all"));
        change.accept(claims);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    static Date inSeconds(long seconds) {
        return Date.from(Clock.systemUTC().instant().plusSeconds(seconds));
    }

    static String tokens(String idToken) {
        return """
                {"access_token":"access","token_type":"Bearer","expires_in":60,"id_token":"%s"}""".formatted(idToken);
    }

    int tokenRequests() {
        return tokenRequests.size();
    }

    String lastTokenRequest() {
        return tokenRequests.get(tokenRequests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String goodTokens() {
        return tokens(signed(claims -> {}));
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "userinfo_endpoint":"%1$s/user-info","jwks_uri":"%1$s/keys","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256","HS256","none"]}
                """.formatted(issuer());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
