package streaming.e2e;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A client of the REST API. It keeps no cookies and follows no redirects: each request says all of itself. */
final class Api {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .build();
    private static final AtomicInteger MEMBERS = new AtomicInteger();

    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends JSON. */
    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, with(headers, "Content-Type", "application/json"));
    }

    /** Sends JSON. */
    Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, with(headers, "Content-Type", "application/json"));
    }

    /** Sends JSON. */
    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, with(headers, "Content-Type", "application/json"));
    }

    /** For how long the owner's broadcasts wait for their encoders, and whether another may take over. */
    void ruleIngest(Member owner, int graceSeconds, boolean takeOver) {
        var rules = "{\"graceSeconds\":%d,\"takeOver\":%s}".formatted(graceSeconds, takeOver);
        expect(200, put("/api/channels/%s/ingest".formatted(owner.name()), rules, as(owner)));
    }

    /** Whether the owner's broadcasts are recorded. */
    void ruleRecordings(Member owner, boolean records) {
        var path = "/api/channels/%s/recordings/rules".formatted(owner.name());
        expect(200, put(path, "{\"records\":%s}".formatted(records), as(owner)));
    }

    /** The owner's recordings, in whatever state. */
    List<JsonObject> recordings(Member owner) {
        var path = "/api/channels/%s/recordings".formatted(owner.name());
        return expect(200, get(path, as(owner))).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    Answer postForm(String path, String form, String... headers) {
        return send("POST", path, form, with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Sends any request; the body may be null, headers are names and values one after the other. */
    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /** The headers of somebody who is signed in to the API. */
    static String[] as(Member member) {
        return new String[] {"Authorization", "Bearer " + member.accessToken()};
    }

    /** A name that nobody has, beginning with this word. */
    static String newName(String word) {
        return word + MEMBERS.incrementAndGet();
    }

    /** Signs somebody up, under a name that begins with this word, and in. */
    Member join(String word) {
        var name = newName(word);
        var account = Json.of("username", name, "email", Member.emailOf(name), "password", Member.PASSWORD);
        expect(201, post("/api/accounts", account));
        return signIn(name);
    }

    Member signIn(String name) {
        var tokens = expect(200, post("/api/tokens", Json.of("login", name, "password", Member.PASSWORD)));
        return new Member(name, Member.PASSWORD, tokens.getString("accessToken"), tokens.getString("refreshToken"));
    }

    /** Decides who may watch. */
    void letWatch(Member owner, String visibility) {
        expect(
                200,
                put(
                        "/api/channels/%s/access".formatted(owner.name()),
                        "{\"visibility\":\"%s\"}".formatted(visibility),
                        as(owner)));
    }

    /** Lets somebody in by name. */
    void grantTicket(Member owner, Member guest) {
        expect(200, put("/api/channels/%s/tickets/%s".formatted(owner.name(), guest.name()), "{}", as(owner)));
    }

    void revokeTicket(Member owner, Member guest) {
        send("DELETE", "/api/channels/%s/tickets/%s".formatted(owner.name(), guest.name()), "", as(owner));
    }

    /** The address that somebody gets for a player of their own. */
    String playback(Member guest, Member owner) {
        return expect(200, post("/api/channels/%s/playback".formatted(owner.name()), "{}", as(guest)))
                .getString("hlsUrl");
    }

    String key(Member owner) {
        return expect(200, get("/api/channels/%s/key".formatted(owner.name()), as(owner)))
                .getString("key");
    }

    JsonObject channel(String name) {
        return expect(200, get("/api/channels/" + name));
    }

    boolean isLive(String name) {
        return channel(name).getBoolean("live");
    }

    /** The names of all that are live. */
    List<String> live() {
        return expect(200, get("/api/channels?live=true&size=100"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(channel -> channel.getString("name"))
                .toList();
    }

    /** What was said in a channel, oldest first: author, colon, text. */
    List<String> chat(String channel) {
        return expect(200, get("/api/channels/%s/chat?limit=200".formatted(channel)))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("from") + ": " + line.getString("text"))
                .toList();
    }

    private static JsonObject expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("Expected %d, got %s".formatted(status, answer));
        }
        return answer.json();
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Stream.of(headers), Stream.of(name, value)).toArray(String[]::new);
    }
}
