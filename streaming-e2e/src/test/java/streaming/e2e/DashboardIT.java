package streaming.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A streamer runs the channel by the dashboard, while others see its still and its title. */
@WholeProduct
class DashboardIT {

    private static final Duration SOON = ofSeconds(10);

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
        assertThat(viewer.sees("Stream key")).isFalse();
    }
}
