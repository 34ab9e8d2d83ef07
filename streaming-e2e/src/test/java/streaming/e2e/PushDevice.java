package streaming.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a viewer's browser lacks for Web Push on a machine without a network: its maker's push service, here on a port of
 * this machine, and the keys that it reads pushes with (RFC 8291).
 */
final class PushDevice implements AutoCloseable {

    // The browser subscribes here; all else is its own.
    private static final String SUBSCRIBING = """
            {
              const subscription = {
                endpoint: '%s',
                toJSON: () => ({ endpoint: '%1$s', keys: { p256dh: '%s', auth: '%s' } }),
                unsubscribe: async () => localStorage.removeItem('subscribed'),
              };
              PushManager.prototype.getSubscription = async () => localStorage.subscribed ? subscription : null;
              PushManager.prototype.subscribe = async () => {
                localStorage.subscribed = true;
                return subscription;
              };
            }
            """;

    private static final String NOTIFICATIONS = """
            async () => {
              const worker = await navigator.serviceWorker.ready;
              return (await worker.getNotifications()).map(({ title }) => title);
            }
            """;

    private static final Duration SHOWING = Duration.ofSeconds(5);

    private final Viewer viewer;
    private final HttpServer service;
    private final KeyPair keys = generate();
    private final byte[] auth = new byte[16];
    private final List<String> received = new CopyOnWriteArrayList<>();

    private PushDevice(Viewer viewer) {
        this.viewer = viewer;
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.createContext("/", this::take);
        service.start();
    }

    /** The viewer allows the site to notify them. */
    static PushDevice of(Viewer viewer) {
        var device = new PushDevice(viewer);
        var context = viewer.page().context();
        context.grantPermissions(List.of("notifications"));
        var endpoint = "http://127.0.0.1:%d/%s"
                .formatted(device.service.getAddress().getPort(), viewer.page().hashCode());
        context.addInitScript(SUBSCRIBING.formatted(endpoint, base64(device.point()), base64(device.auth)));
        return device;
    }

    /** What was pushed here so far, as the browser reads it. */
    List<String> received() {
        return received;
    }

    /** Gives a push to the browser, as its maker's service does; what the system shows then. */
    List<String> show(String push) {
        var session = viewer.page().context().newCDPSession(viewer.page());
        var arguments = new JsonObject();
        arguments.addProperty("origin", viewer.origin());
        arguments.addProperty("registrationId", worker(session));
        arguments.addProperty("data", push);
        session.send("ServiceWorker.deliverPushMessage", arguments);
        session.detach();
        return Await.await("the browser shows a push", SHOWING, this::shown, titles -> !titles.isEmpty());
    }

    private List<String> shown() {
        return ((List<?>) viewer.page().evaluate(NOTIFICATIONS))
                .stream().map(Object::toString).toList();
    }

    private String worker(CDPSession session) {
        var id = new AtomicReference<String>();
        session.on("ServiceWorker.workerRegistrationUpdated", event -> event.getAsJsonArray("registrations")
                .forEach(one ->
                        id.set(one.getAsJsonObject().get("registrationId").getAsString())));
        session.send("ServiceWorker.enable");
        viewer.page().waitForCondition(() -> id.get() != null);
        return id.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        var signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("vapid t=");
        var body = exchange.getRequestBody().readAllBytes();
        try {
            received.add(read(body));
        } catch (GeneralSecurityException e) {
            received.add(e.toString());
        }
        exchange.sendResponseHeaders(signed ? 201 : 401, -1);
        exchange.close();
    }

    private String read(byte[] body) throws GeneralSecurityException {
        var buffer = ByteBuffer.wrap(body);
        byte[] salt = take(buffer, 16);
        buffer.getInt(); // one record
        byte[] sender = take(buffer, buffer.get());
        byte[] record = take(buffer, buffer.remaining());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(sender), true);

        byte[] shared = hmac(auth, agreement.generateSecret());
        byte[] secret = hmac(salt, expand(shared, join(ascii("WebPush: info\0"), point(), sender), 32));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expand(secret, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
                new GCMParameterSpec(128, expand(secret, ascii("Content-Encoding: nonce\0"), 12)));
        var text = new String(cipher.doFinal(record), StandardCharsets.UTF_8);
        return text.substring(0, text.length() - 1); // without the delimiter
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has P-256", e);
        }
    }

    /** The browser's public key, uncompressed. */
    private byte[] point() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(new byte[] {4}, bytes32(point.getAffineX()), bytes32(point.getAffineY()));
    }

    private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        var place = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(place, ((ECPublicKey) keys.getPublic()).getParams()));
    }

    private static byte[] bytes32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        var all = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private static byte[] expand(byte[] key, byte[] info, int length) {
        return Arrays.copyOf(hmac(key, join(info, new byte[] {1})), length);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HmacSHA256", e);
        }
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        var taken = new byte[length];
        buffer.get(taken);
        return taken;
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        service.stop(0);
    }
}
