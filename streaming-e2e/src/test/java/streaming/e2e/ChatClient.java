package streaming.e2e;

import jakarta.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the WebSocket contract {@code streaming.v1}: collects what the server says. */
final class ChatClient implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private volatile boolean closed;

    private ChatClient() {}

    /** Joins a channel as a new viewer. */
    static ChatClient join(URI web, String channel) {
        return join(web, channel, new CookieManager());
    }

    /** Joins a channel in one more tab of the browser that has these cookies. */
    static ChatClient join(URI web, String channel, CookieManager cookies) {
        var client = connect(web, "/ws/channels/" + channel, cookies);
        client.send(Json.of("type", "ping")); // as pages do: it proves the way there and back
        client.await("hello", event -> true);
        return client;
    }

    /** Joins so many times, and breaks off without a close at the very moment that the greeting comes. */
    static void breakOff(URI web, String channel, int times) {
        var room = URI.create(web.toString().replaceFirst("http", "ws") + "/ws/channels/" + channel);
        var browser = HttpClient.newHttpClient();
        for (int i = 0; i < times; i++) {
            var greeted = new CompletableFuture<Void>();
            var listener = new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                    from.abort();
                    greeted.complete(null);
                    return null;
                }
            };
            browser.newWebSocketBuilder().buildAsync(room, listener).join();
            greeted.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** Looks at what is live, as the front page does. */
    static ChatClient lobby(URI web) {
        return connect(web, "/ws/live", new CookieManager());
    }

    /** Looks at nothing, until it signs in. */
    static ChatClient bell(URI web) {
        return connect(web, "/ws/notifications", new CookieManager());
    }

    /** The status by which a handshake on this path is refused. */
    static int refusal(URI web, String path) {
        try (var client = connect(web, path, new CookieManager())) {
            throw new AssertionError(path + " let a client in: " + client.events);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Whom a channel greets on a socket that a page of this origin opened with this cookie; empty for nobody. */
    static String greeting(URI web, String channel, String cookie, String origin) {
        try (var client =
                connect(web, "/ws/channels/" + channel, new CookieManager(), "Cookie", cookie, "Origin", origin)) {
            return client.await("hello", event -> true).getString("you", "");
        }
    }

    private static ChatClient connect(URI web, String path, CookieManager cookies, String... headers) {
        var client = new ChatClient();
        var builder = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(PATIENCE)
                .build()
                .newWebSocketBuilder()
                .subprotocols("streaming.v1")
                .connectTimeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        client.socket = builder.buildAsync(URI.create(web.toString().replaceFirst("http", "ws") + path), client)
                .join();
        return client;
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Signs in by the first message, and waits until the server greets by name. */
    ChatClient as(Member member) {
        send(Json.of("type", "auth", "token", member.accessToken()));
        await("hello", hello -> hello.getString("you", "").equals(member.name()));
        return this;
    }

    void say(String text, String ref) {
        send(Json.of("type", "say", "text", text, "ref", ref));
    }

    /** Says a line, and waits until it comes back with its ref, as a line or as an error. */
    JsonObject sayAndAwait(String text, String ref) {
        say(text, ref);
        return awaitAny(
                "the answer to " + ref, event -> event.getString("ref", "").equals(ref));
    }

    /** Sends a text frame as it is. */
    synchronized void send(String frame) {
        socket.sendText(frame, true).join();
    }

    synchronized void sendBinary(byte... frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** Waits for an event of this type that meets the condition, or has met it before. */
    JsonObject await(String type, Predicate<JsonObject> condition) {
        return awaitAny("an event " + type, event -> event.getString("type").equals(type) && condition.test(event));
    }

    private JsonObject awaitAny(String what, Predicate<JsonObject> condition) {
        return Await.await(what, PATIENCE, () -> events, all -> all.stream().anyMatch(condition)).stream()
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    /** All events of this type so far, oldest first. */
    List<JsonObject> events(String type) {
        return events.stream()
                .filter(event -> event.getString("type").equals(type))
                .toList();
    }

    /** What the server said last about the number of viewers; -1 before it said any. */
    int viewers() {
        int viewers = -1;
        for (var event : events) {
            viewers = switch (event.getString("type")) {
                case "hello" -> event.getInt("viewers");
                case "viewers" -> event.getInt("count");
                default -> viewers;
            };
        }
        return viewers;
    }

    boolean isConnected() {
        return !closed && !socket.isInputClosed();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            events.addAll(Json.object(partial.toString()).getJsonArray("events").getValuesAs(JsonObject.class));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
