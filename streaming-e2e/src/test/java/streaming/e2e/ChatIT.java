package streaming.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the channel's WebSocket, spoken by a client of its own. */
@WholeProduct
class ChatIT {

    private static final Duration COUNTED = ofSeconds(3);
    private static final Duration SOON = ofSeconds(10);

    private final Platform platform;
    private final Api api;

    ChatIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void greetsWithHowThingsAre(Cast cast) {
        var owner = api.join("kim");

        var client = cast.chat(owner.name());

        var hello = client.events("hello").get(0);
        assertThat(client.subprotocol()).isEqualTo("streaming.v1");
        assertThat(hello.getString("channel")).isEqualTo(owner.name());
        assertThat(hello.getBoolean("live")).isFalse();
        assertThat(hello.isNull("startedAt")).isTrue();
        assertThat(hello.getInt("seq")).isZero();
        assertThat(hello.isNull("you")).isTrue();
    }

    @Test
    void tellsOfAStreamsBeginningAndEnd(Cast cast) {
        var owner = api.join("lea");
        var client = cast.chat(owner.name());
        var ingest = Callbacks.throughIngest(platform);

        ingest.publish(api.key(owner), 2_000_000_001);
        var live = client.await("live", event -> event.getBoolean("live"));
        ingest.done(api.key(owner), 2_000_000_001);

        assertThat(Instant.parse(live.getString("startedAt"))).isBefore(Instant.now());
        client.await("live", event -> !event.getBoolean("live"));
    }

    @Test
    void answersALineOnceWithItsRefAndShowsItToOthersWithout(Cast cast) {
        var owner = api.join("mia");
        var author = cast.chat(owner.name()).as(owner);
        var reader = cast.chat(owner.name());

        var answer = author.sayAndAwait("  Grüße, 世界 👋  ", "r1");
        author.sayAndAwait("and again", "r2");

        assertThat(answer.getString("type")).isEqualTo("chat");
        assertThat(answer.getString("from")).isEqualTo(owner.name());
        assertThat(answer.getString("text")).isEqualTo("Grüße, 世界 👋");
        assertThat(answer.getInt("seq")).isEqualTo(1);
        var read = reader.await("chat", line -> line.getInt("seq") == 1);
        assertThat(read.getString("id")).isEqualTo(answer.getString("id"));
        assertThat(read.containsKey("ref")).isFalse();
        assertThat(author.events("chat")).hasSize(2);
    }

    @Test
    void showsTheLastHundredLinesOnJoining(Cast cast) {
        var owner = api.join("nora");
        var author = cast.chat(owner.name()).as(owner);
        IntStream.rangeClosed(1, 105).forEach(i -> author.say("line " + i, "r" + i));
        author.await("chat", line -> line.getInt("seq") == 105);

        var late = cast.chat(owner.name());

        late.await("chat", line -> line.getInt("seq") == 105);
        assertThat(late.events("hello").get(0).getInt("seq")).isEqualTo(105);
        assertThat(numbers(late))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(6, 105).boxed().toList());
    }

    @Test
    void numbersTheLinesOfManyWritersWithoutAGap(Cast cast) {
        var owner = api.join("olga");
        var guest = api.join("pia");
        var one = cast.chat(owner.name()).as(owner);
        var other = cast.chat(owner.name()).as(guest);
        int each = 50;

        var writers = Stream.of(one, one, other, other)
                .map(client -> CompletableFuture.runAsync(() -> write(client, each)))
                .toList();
        writers.forEach(CompletableFuture::join);

        var all = LongStream.rangeClosed(1, 4L * each).boxed().toList();
        for (var client : List.of(one, other)) {
            await("all lines", SOON, () -> client.events("chat"), lines -> lines.size() >= all.size());
            assertThat(numbers(client)).containsExactlyElementsOf(all);
            assertThat(client.events("chat").stream().filter(line -> line.containsKey("ref")))
                    .hasSize(2 * each)
                    .map(line -> line.getString("ref"))
                    .doesNotHaveDuplicates();
        }
        assertThat(api.chat(owner.name())).hasSize(all.size());
    }

    private static void write(ChatClient client, int lines) {
        for (int i = 0; i < lines; i++) {
            client.say("line", Thread.currentThread().getId() + "-" + i);
        }
    }

    private static List<Long> numbers(ChatClient client) {
        return client.events("chat").stream()
                .map(line -> line.getJsonNumber("seq").longValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "[1]",
                "null",
                "{",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"shout\"}",
                "{\"type\":\"auth\"}",
                "{\"type\":\"auth\",\"token\":\"stale\"}",
                "{\"type\":\"say\",\"text\":\"not signed in\"}"
            })
    void answersABadFrameWithAnErrorAndStays(String frame, Cast cast) {
        var client = cast.chat(api.join("quin").name());

        client.send(frame);

        assertThat(client.await("error", error -> true).getString("detail")).isNotBlank();
        assertStillAnswers(client);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "501, 1", "100000, 1"})
    void refusesALineOfTheWrongLengthAndStays(int length, int lines, Cast cast) {
        var owner = api.join("ria");
        var client = cast.chat(owner.name()).as(owner);

        client.say("x".repeat(length), "long");

        client.await("error", error -> true);
        assertThat(client.sayAndAwait("x".repeat(500), "fits").getInt("seq")).isEqualTo(lines);
    }

    @Test
    void refusesControlCharactersAndBinaryFramesAndStays(Cast cast) {
        var owner = api.join("sara");
        var client = cast.chat(owner.name()).as(owner);

        client.sendBinary((byte) 1, (byte) 2);
        client.await("error", error -> error.isNull("ref"));
        var nul = client.sayAndAwait("a\u0000b", "nul");
        client.send("{\"type\":\"say\",\"text\":\"half a pair \\ud800\",\"ref\":\"half\"}");

        assertThat(nul.getString("type")).isEqualTo("error");
        client.await("error", error -> error.getString("ref", "").equals("half"));
        assertThat(client.sayAndAwait("fine", "fine").getInt("seq")).isEqualTo(1);
    }

    @Test
    void takesTheAuthorFromTheSignInAndNotFromTheFrame(Cast cast) {
        var owner = api.join("tess");
        var client = cast.chat(owner.name()).as(owner);

        client.send("{\"type\":\"say\",\"text\":\"hi\",\"from\":\"somebody\",\"ref\":\"r\"}");

        assertThat(client.await("chat", line -> true).getString("from")).isEqualTo(owner.name());
    }

    @Test
    void refusesATokenInTheAddressAndUnknownChannels() {
        var owner = api.join("uma");

        assertThat(ChatClient.refusal(
                        platform.web(), "/ws/channels/%s?access_token=%s".formatted(owner.name(), owner.accessToken())))
                .isEqualTo(400);
        assertThat(ChatClient.refusal(platform.web(), "/ws/channels/nobody_here"))
                .isEqualTo(404);
    }

    /** Such a client would keep one of the server's threads for good. */
    @Test
    void refusesFramesBeforeTheHandshakeIsAnswered() throws IOException {
        var channel = api.join("wanda").name();
        var handshake = String.join(
                "\r\n",
                "GET /ws/channels/%s HTTP/1.1".formatted(channel),
                "Host: " + platform.payara().getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        byte[] ping = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};

        try (var socket =
                new Socket(platform.payara().getHost(), platform.payara().getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            var both = new ByteArrayOutputStream();
            both.writeBytes(handshake.getBytes(US_ASCII));
            both.writeBytes(ping);
            socket.getOutputStream().write(both.toByteArray());

            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void countsTheTabsOfOneBrowserOnce(Cast cast) {
        var channel = api.join("vera").name();
        var browser = new CookieManager();
        var first = cast.chat(channel, browser);
        awaitEqual("viewers", COUNTED, first::viewers, 1);

        var tab = cast.chat(channel, browser);
        var somebodyElse = cast.chat(channel);
        awaitEqual("viewers", COUNTED, first::viewers, 2);
        awaitEqual("viewers by REST", COUNTED, () -> viewersByRest(channel), 2);

        tab.close();
        somebodyElse.close();
        awaitEqual("viewers", COUNTED, first::viewers, 1);
        first.close();
        awaitEqual("viewers by REST", COUNTED, () -> viewersByRest(channel), 0);
    }

    /** Without our own look at what became of them, some three of a hundred such clients stayed for good. */
    @Test
    void countsNobodyWhoBreaksOffWhileBeingGreeted() {
        var channel = api.join("willa").name();

        ChatClient.breakOff(platform.web(), channel, 300);

        awaitEqual("viewers by REST", COUNTED, () -> viewersByRest(channel), 0);
    }

    private int viewersByRest(String channel) {
        return api.get("/api/channels/%s/viewers".formatted(channel)).json().getInt("viewers");
    }

    private static void assertStillAnswers(ChatClient client) {
        client.send("{\"type\":\"say\",\"text\":\"\",\"ref\":\"still there\"}");
        JsonObject answer =
                client.await("error", error -> error.getString("ref", "").equals("still there"));
        assertThat(answer.getString("code")).isNotBlank();
        assertThat(client.isConnected()).isTrue();
    }
}
