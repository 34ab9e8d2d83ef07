import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The demo's people, by the public REST and WebSocket contracts alone; run as a single source file.
 * {@code key BASE} makes the account {@code demo} and prints its stream key; {@code chat BASE} lets a few viewers talk
 * in its room until it is stopped. Their password comes in DEMO_PASSWORD.
 */
public final class Demo {
    private static final String CHANNEL = "demo";
    private static final List<String> VIEWERS = List.of("demo_ada", "demo_grace", "demo_linus", "demo_margaret");
    private static final List<String> LINES = List.of(
            "Hello from the other side of the wire!",
            "That clock is right, I checked.",
            "How many of us are watching?",
            "The counter up there says it.",
            "First time here. Nice place.",
            "Is anybody else on a phone?",
            "Yes, and the picture is fine.",
            "The colours remind me of old television.",
            "I like how the chat keeps its order.",
            "Reload the page: the last hundred lines are still there.",
            "Somebody should stream something real.",
            "It is two minutes of OBS: the key is on your settings page.",
            "Welcome, whoever just came in!",
            "Good night everybody, see you tomorrow.",
            "It is morning here.");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String password = System.getenv("DEMO_PASSWORD");

    private Demo(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        var demo = new Demo(arguments[1]);
        switch (arguments[0]) {
            case "key" -> demo.printStreamKey();
            case "chat" -> demo.chat();
            default -> throw new IllegalArgumentException("key or chat, not " + arguments[0]);
        }
    }

    private void printStreamKey() throws InterruptedException {
        try {
            System.out.println(streamKey());
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    private String streamKey() throws IOException, InterruptedException {
        var token = signIn(CHANNEL);
        send(request("/api/channels/" + CHANNEL)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"title\":\"Test picture, with a clock\",\"bio\":\"Nothing"
                        + " ever happens here, and it does so on time.\"}")));
        return field("key", send(request("/api/channels/" + CHANNEL + "/key").header("Authorization", "Bearer " + token)));
    }

    private void chat() throws InterruptedException {
        for (var name : VIEWERS) {
            var viewer = new Thread(() -> keepTalking(name), name);
            viewer.start();
            Thread.sleep(400);
        }
    }

    /** A viewer comes back after whatever went wrong: a restart of the server is part of the demo. */
    private void keepTalking(String name) {
        while (true) {
            try {
                talk(name);
            } catch (IOException | RuntimeException e) {
                System.err.println(name + ": " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            pause(3_000, 6_000);
        }
    }

    private void talk(String name) throws IOException, InterruptedException {
        var room = new Room();
        var socket = http.newWebSocketBuilder()
                .subprotocols("streaming.v1")
                .buildAsync(URI.create(base.replaceFirst("http", "ws") + "/ws/channels/" + CHANNEL), room)
                .join();
        socket.sendText("{\"type\":\"auth\",\"token\":\"" + signIn(name) + "\"}", true).join();
        System.out.println(name + " is chatting");
        pause(500, 3_000);
        while (!room.closed.isDone()) {
            var line = LINES.get(ThreadLocalRandom.current().nextInt(LINES.size()));
            socket.sendText("{\"type\":\"say\",\"text\":\"" + line + "\",\"ref\":\"" + System.nanoTime() + "\"}", true)
                    .join();
            pause(5_000, 14_000);
        }
        System.err.println(name + ": " + room.closed.join());
    }

    /** Signs in, and up before that if the account is not there yet. */
    private String signIn(String name) throws IOException, InterruptedException {
        send(post("/api/accounts", "username", name, "email", name + "@demo.example", "password", password), 409);
        return field("accessToken", send(post("/api/tokens", "login", name, "password", password)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10)).header("Accept", "application/json");
    }

    /** Names and values here need no escaping: they are ours. */
    private HttpRequest.Builder post(String path, String... fields) {
        var json = new StringBuilder("{");
        for (var i = 0; i < fields.length; i += 2) {
            json.append(i == 0 ? "" : ",").append('"').append(fields[i]).append("\":\"").append(fields[i + 1]).append('"');
        }
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json + "}"));
    }

    private String send(HttpRequest.Builder request, Integer... tolerated) throws IOException, InterruptedException {
        var asked = request.build();
        HttpResponse<String> response;
        try {
            response = http.send(asked, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(asked.method() + " " + asked.uri() + ": " + e, e);
        }
        if (response.statusCode() / 100 != 2 && !List.of(tolerated).contains(response.statusCode())) {
            throw new IOException(response.request().uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String field(String name, String json) throws IOException {
        var value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IOException("No " + name + " in the answer");
        }
        return value.group(1);
    }

    private static void pause(int least, int most) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(least, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the room's frames only to keep them flowing, and reports errors that concern us and the end. */
    private static final class Room implements WebSocket.Listener {
        private final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (data.toString().contains("\"type\":\"error\"")) {
                System.err.println(data);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete("the room closed, " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete("the room was lost: " + error);
        }
    }
}
