package streaming.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.shared.ServerSecret;

/**
 * Links in mails that end them, for whoever has the mail: no sign-in is asked for (RFC 8058). The token is the account's
 * number and our signature, so it works as long as the mail is kept.
 */
@ApplicationScoped
public class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";
    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,18})-([A-Za-z0-9_-]{43})");

    @Inject
    ServerSecret secret;

    /** The page of the site that ends the account's mails. */
    String path(long account) {
        return "/unsubscribe?token=" + account + "-" + signature(secret.keyFor(PURPOSE), account);
    }

    /** Whose mails the token ends; empty for what we did not sign. Null is none. */
    Optional<Long> account(String token) {
        var parts = TOKEN.matcher(String.valueOf(token));
        if (!parts.matches()) {
            return Optional.empty();
        }
        long account = Long.parseLong(parts.group(1));
        return secret.keysFor(PURPOSE).stream().anyMatch(key -> same(signature(key, account), parts.group(2)))
                ? Optional.of(account)
                : Optional.empty();
    }

    private static String signature(byte[] key, long account) {
        byte[] number = Long.toString(account).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ServerSecret.hmac(key, number));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }
}
