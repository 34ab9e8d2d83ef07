package streaming.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import streaming.gate.Client;
import streaming.shared.Secret;
import streaming.shared.ServerSecret;

/** Tells viewers apart, signed in or not: a random id, signed so that nobody makes up a crowd from one cookie. */
@ApplicationScoped
public class ViewerIds {

    private static final String COOKIE = "streaming_viewer";

    @Inject
    ServerSecret serverSecret;

    /** Who sends the request; empty for a browser that has no id yet, and for what keeps no cookies. */
    public Optional<String> find(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(this::read);
    }

    /** Who sends the request; a browser that has no id yet gets one. */
    public String get(HttpServletRequest request, HttpServletResponse response) {
        return find(request).orElseGet(() -> give(request, response));
    }

    private String give(HttpServletRequest request, HttpServletResponse response) {
        var value = issue();
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(
                                COOKIE,
                                value,
                                Duration.ofDays(365).toSeconds(),
                                Client.of(request).secure() ? "; Secure" : ""));
        return read(value).orElseThrow();
    }

    /** A new cookie value: the id, a dot, and its signature. */
    String issue() {
        var id = Secret.random().text();
        return id + "." + signature(id);
    }

    /** The id within a cookie value, if we signed it. */
    Optional<String> read(String cookieValue) {
        var dot = cookieValue.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var id = cookieValue.substring(0, dot);
        var signature = cookieValue.substring(dot + 1);
        return MessageDigest.isEqual(bytes(signature), bytes(signature(id))) ? Optional.of(id) : Optional.empty();
    }

    private String signature(String id) {
        var mac = ServerSecret.hmac(serverSecret.keyFor("viewer-ids"), bytes(id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
