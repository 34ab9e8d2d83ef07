package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import streaming.shared.Secret;
import streaming.shared.ServerSecret;

/** Tells viewers apart, signed in or not: a random id, signed so that nobody makes up a crowd from one cookie. */
@ApplicationScoped
public class ViewerIds {

    @Inject
    ServerSecret serverSecret;

    /** A new cookie value: the id, a dot, and its signature. */
    public String issue() {
        var id = Secret.random().text();
        return id + "." + signature(id);
    }

    /** The id within a cookie value, if we signed it. */
    public Optional<String> read(String cookieValue) {
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
