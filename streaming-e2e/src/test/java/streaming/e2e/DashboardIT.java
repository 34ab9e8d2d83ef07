package streaming.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A streamer runs the channel by the dashboard, while others see its still and its title. */
@WholeProduct
class DashboardIT {

    private static final Duration SOON = ofSeconds(10);
    private static final Duration LATER = ofSeconds(25);

    /** How wide a picture of the encoder's is that is 120 lines high. */
    private static final int SMALL = 184;

    private final Platform platform;
    private final Api api;

    DashboardIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void aStreamerGoesLiveLooksAfterTheStreamAndChangesTheKey(Cast cast) {
        var member = api.join("dash");
        var streamer = cast.viewer();
        streamer.signIn(member.name());
        streamer.open("/settings/channel");
        assertThat(streamer.sees("Nothing comes in")).isTrue();

        streamer.fill("Your password", "another");
        streamer.press("Show the stream key");
        streamer.awaitText("This is not your password.");
        var key = streamer.copyStreamKey();
        assertThat(key).isEqualTo(api.key(member));

        var fan = cast.viewer();
        fan.open("/" + member.name());
        var front = cast.lobby();
        var encoder = cast.encoder(key);
        streamer.awaitText("320 × 208");
        streamer.awaitText("H264");
        awaitEqual("who looks after the channel is no viewer", SOON, streamer::viewerCount, "1 viewer");

        streamer.fill("Title", "Bread");
        streamer.fill("Tags", "rye, a b?");
        streamer.press("Save stream");
        streamer.awaitText("Use letters, digits and hyphens in a tag");
        streamer.fill("Tags", "rye, #Sourdough");
        streamer.page().locator("#category").selectOption("cooking");
        streamer.press("Save stream");
        fan.awaitText("Bread");
        fan.awaitText("Cooking");
        fan.awaitText("sourdough");
        streamer.say("Hello");
        await("the chat", SOON, fan::chat, chat -> chat.contains(member.name() + ": Hello"));

        var still = await("a still", SOON, () -> api.channel(member.name()), channel -> channel.containsKey("preview"))
                .getString("preview");
        front.await(
                "channels",
                event -> event.getJsonArray("channels").toString().contains("\"preview\":\"" + still + "\""));
        var picture = api.get(still);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.type()).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).contains("immutable");

        streamer.open("/settings/channel");
        streamer.touch("When the connection breaks");
        streamer.fill("Wait for your encoder", "301");
        streamer.press("Save");
        streamer.awaitText("Give a whole number from 0 to 300.");
        streamer.fill("Wait for your encoder", "45");
        streamer.press("Save");
        streamer.awaitText("It counts from the next break on.");
        assertThat(api.get("/api/channels/%s/ingest".formatted(member.name()), Api.as(member))
                        .json())
                .hasToString("{\"dvrSeconds\":300,\"graceSeconds\":45,\"takeOver\":false}");

        streamer.touch("Replace the key");
        streamer.touch("End the stream that runs now");
        streamer.press("Replace key");
        streamer.awaitText("the stream with the old one has ended");
        assertThat(encoder.exitCode()).as("the stream with the old key").isNotZero();
        assertThat(cast.encoder(key).exitCode()).as("the old key").isNotZero();
        awaitEqual(
                "a still of what is over",
                SOON,
                () -> api.channel(member.name()).containsKey("preview"),
                false);

        var past = api.get("/api/channels/" + member.name() + "/broadcasts", Api.as(member))
                .json();
        assertThat(past.getJsonArray("items")).hasSize(1);
    }

    @Test
    void aStreamHasSeveralQualitiesAndGoesToOtherServers(Cast cast) {
        var member = api.join("many");
        var other = cast.otherServer();
        var streamer = cast.viewer();
        streamer.signIn(member.name());
        streamer.open("/settings/restream");
        streamer.fill("Name", "Good");
        streamer.fill("Server", "http://not.rtmp.example/");
        streamer.fill("Stream key", "first-other-key");
        streamer.press("Add server");
        streamer.awaitText("Give the server's address without the key");
        streamer.fill("Server", other.address("live"));
        streamer.fill("Stream key", "first-other-key");
        streamer.press("Add server");
        streamer.awaitText("Sent whenever you are live");
        var restreams = "/api/channels/%s/restreams".formatted(member.name());
        addRestream(member, "Refuses", other.address("closed"), "second-other-key");
        addRestream(member, "Nobody", "rtmp://127.0.0.1:%d/live".formatted(Ports.another()), "third-other-key");
        streamer.open("/settings/restream");

        platform.with("streaming.ladder", "120p,audio", () -> {
            var encoder = cast.encoder(api.key(member));
            var live = "/live/" + member.name();
            await(
                    "qualities",
                    LATER,
                    () -> api.get(live + "/master.m3u8"),
                    master -> master.status() == 200
                            && master.body().contains(live + "/120p/index.m3u8")
                            && master.body().contains(live + "/audio/index.m3u8"));
            var fan = cast.viewer();
            fan.open("/" + member.name());
            fan.awaitPlaying();
            var quality = fan.page().getByLabel("Quality");
            quality.selectOption("120p");
            await("the small picture", LATER, fan::video, video -> Math.abs(video.width() - SMALL) <= 1);
            fan.awaitPlaying();
            quality.selectOption("source");
            await("the source's picture", LATER, fan::video, video -> video.width() == Encoder.WIDTH);
            assertThat(starts(live + "/120p/")).isEqualTo(starts(live + "/source/"));
            assertThat(Encoder.plays(platform.rtmp("x")
                            .replace("127.0.0.1", "127.0.0.2")
                            .replace("/app/x", "/hls/" + member.name())))
                    .as("played without our word")
                    .isFalse();

            await("the other server gets it", LATER, () -> other.gets("first-other-key"), gets -> gets);
            streamer.awaitText("Sending, just started");
            streamer.awaitText("Last time: The server"); // it breaks off, or refuses: nginx-rtmp does either
            streamer.awaitText("Nothing listens at this address");
            assertThat(ProcessHandle.allProcesses().map(DashboardIT::commandLine))
                    .anyMatch(line -> line.contains("stream.ffconcat"))
                    .noneMatch(line -> line.contains("-other-key"));
            encoder.stop();
            awaitEqual(
                    "qualities of what is over",
                    SOON,
                    () -> api.get(live + "/master.m3u8").status(),
                    404);
            await(
                    "nothing is sent",
                    SOON,
                    () -> api.get(restreams, Api.as(member)).body(),
                    list -> !list.contains("sending") && !list.contains("waiting"));
        });
        assertThat(platform.logs())
                .allSatisfy(log -> assertThat(Platform.read(log)).doesNotContain("-other-key"));
        assertThat(api.get(restreams, Api.as(api.join("stranger"))).status()).isEqualTo(403);
    }

    private void addRestream(Member owner, String name, String address, String key) {
        var server = "{\"name\":\"%s\",\"address\":\"%s\",\"key\":\"%s\"}".formatted(name, address, key);
        var added = api.post("/api/channels/%s/restreams".formatted(owner.name()), server, Api.as(owner));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body()).doesNotContain(key);
    }

    /** Where the first three segments of a playlist begin, on the stream's own clock. */
    private List<String> starts(String folder) {
        return api.get(folder + "index.m3u8")
                .body()
                .lines()
                .filter(line -> line.endsWith(".ts"))
                .limit(3)
                .map(segment -> Encoder.firstKeyFrame(platform.web() + folder + segment))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())));
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    @Test
    void aChannelLooksAsItsOwnerWantsIt(Cast cast) {
        var owner = api.join("look");
        var images = "/api/channels/%s/images/".formatted(owner.name());
        assertThat(api.get(images + "avatar").type()).isEqualTo("image/svg+xml");
        var viewer = cast.viewer();
        viewer.signIn(owner.name());
        viewer.open("/settings/images");

        viewer.upload("Avatar", "face.svg", "<svg><script>alert(1)</script></svg>".getBytes(UTF_8));
        viewer.press("Save avatar");
        viewer.awaitText("Send a JPEG, PNG, GIF or WebP image.");
        viewer.upload("Avatar", "face", Pictures.png(80, 60));
        viewer.press("Save avatar");
        viewer.awaitText("Your channel shows it now.");

        var address = api.channel(owner.name()).getJsonObject("images").getString("avatar");
        assertThat(viewer.image("Your channel's avatar")).isEqualTo(address).matches("/images/[0-9a-f]{32}\\.jpg");
        assertThat(api.get(address).header("Cache-Control")).contains("immutable");
        assertThat(api.get(images + "avatar").type()).isEqualTo("image/jpeg");
        assertThat(put(images + "cover", "x".repeat(5_000_001), owner)).isEqualTo(413);
        assertThat(put(images + "cover", "x", api.join("look"))).isEqualTo(403);
        assertThat(api.send("DELETE", images + "avatar", null, Api.as(owner)).status())
                .isEqualTo(204);
        assertThat(api.get(address).status()).isEqualTo(404);
    }

    private int put(String path, String body, Member by) {
        var token = "Bearer " + by.accessToken();
        return api.send("PUT", path, body, "Authorization", token, "Content-Type", "image/jpeg")
                .status();
    }

    @Test
    void isTheOwnersAndForStaffToLookAt(Cast cast) {
        var owner = api.join("dash");
        var stranger = api.join("dash");
        var health = "/api/channels/%s/health".formatted(owner.name());

        assertThat(api.get(health).status()).isEqualTo(401);
        assertThat(api.get(health, Api.as(stranger)).status()).isEqualTo(403);
        assertThat(api.get(health, Api.as(owner)).json().getBoolean("live")).isFalse();
        assertThat(api.get("/api/channels/nobody_at_all/health", Api.as(owner)).status())
                .isEqualTo(404);

        var viewer = cast.viewer();
        viewer.signIn(stranger.name());
        assertThat(viewer.open("/settings/channel/" + owner.name())).isEqualTo(404);
        platform.admin(stranger.name());
        await(
                "an admin sees it",
                SOON,
                () -> viewer.open("/settings/channel/" + owner.name()),
                status -> status == 200);
        assertThat(viewer.sees("Show the stream key")).isFalse();
    }
}
