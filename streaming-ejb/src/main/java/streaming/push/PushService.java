package streaming.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import jakarta.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import streaming.shared.ServerSecret;

/**
 * Hands pushes to the browsers' push services (RFC 8030): encrypted for the browser (RFC 8291), signed with the site's key
 * (RFC 8292). It follows no redirection, and waits only so long for an answer.
 */
final class PushService {

    private static final Logger LOG = System.getLogger(PushService.class.getName());
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration SIGNED = Duration.ofHours(12); // RFC 8292 §2: at most 24
    private static final int TOPIC_BYTES = 24; // 32 characters, RFC 8030 §5.4

    private final HttpClient client;
    private final PushConfig config;
    private final byte[] topics;
    private final Clock clock;

    PushService(PushConfig config, ServerSecret secret, Executor executor, Clock clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .executor(executor)
                .build();
        this.config = config;
        this.topics = secret.keyFor("push-topics");
        this.clock = clock;
    }

    PushAnswer send(DuePush push, VAPIDKeyPair keys) throws InterruptedException {
        var address = new PushAddress(URI.create(push.endpoint()));
        try {
            if (!config.privateNetwork() && !address.isPublicNow()) {
                LOG.log(Level.WARNING, "{0} is not public: nothing is pushed there", address);
                return PushAnswer.NOWHERE;
            }
            var answer = answer(request(push, keys));
            if (!answer.isSent() && !answer.isGone()) {
                LOG.log(Level.INFO, "{0} answered {1} to {2}", address, answer.status(), push);
            }
            return answer;
        } catch (IOException e) {
            LOG.log(Level.INFO, "{0} did not take {1}: {2}", address, push, e);
            return PushAnswer.NONE;
        }
    }

    private PushAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer(response.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer in " + LONGEST, e);
        } finally {
            response.cancel(true);
        }
    }

    private static PushAnswer answer(HttpResponse<?> response) {
        var wait = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}")) // not the form with a date
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new PushAnswer(response.statusCode(), wait.orElse(null));
    }

    private HttpRequest request(DuePush push, VAPIDKeyPair keys) {
        var now = clock.instant();
        var useful = Duration.between(now, push.startedAt().plus(Pushes.USE));
        var request = StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(subscription(push))
                .vapidJWTExpirationTime(now.plus(SIGNED))
                .pushMessage(message(push))
                .ttl(Math.max(0, useful.toSeconds()), TimeUnit.SECONDS)
                .topic(topic(push.channel()));
        config.contact().ifPresent(request::vapidJWTSubject);
        return request.build(keys).toRequest();
    }

    private static PushSubscription subscription(DuePush push) {
        var keys = new PushSubscription.Keys();
        keys.setP256dh(base64(push.publicKey()));
        keys.setAuth(base64(push.auth()));
        var subscription = new PushSubscription();
        subscription.setEndpoint(push.endpoint());
        subscription.setKeys(keys);
        return subscription;
    }

    /** What push-worker.js shows. */
    private static String message(DuePush push) {
        return Json.createObjectBuilder()
                .add("channel", push.channel())
                .add("title", push.title())
                .build()
                .toString();
    }

    /** The same for a channel, so that a device that was away gets the last one only; it tells nobody which. */
    private String topic(String channel) {
        byte[] whole = ServerSecret.hmac(topics, channel.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return base64(Arrays.copyOf(whole, TOPIC_BYTES));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
