package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The main path, as people go it: one goes live, another watches and chats, an admin ends it, and nothing is lost. */
@WholeProduct
class GoingLiveIT {

    /** Two by the contract, and one for browsers that share two cores with the product. */
    private static final Duration COUNTED = ofSeconds(3);

    private static final Duration SOON = ofSeconds(5);

    private final Platform platform;
    private final Api api;

    GoingLiveIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void aStreamIsWatchedDiscussedCountedBannedAndOutlivesACrash(Cast cast) {
        var streamer = cast.viewer();
        var second = cast.viewerWithOwnBrowser();
        var name = Api.newName("ana");
        var fan = api.join("fan");
        second.signIn(fan.name());

        streamer.signUp(name);
        var key = streamer.copyStreamKey();
        assertThat(streamer.streamServer() + "/" + key).isEqualTo(platform.rtmp(key));
        second.open("/");
        assertThat(second.liveNow()).doesNotContain(name);
        var encoder = cast.encoder(key);
        await("the open front page shows the channel", SOON, second::liveNow, live -> live.contains(name));

        streamer.open("/" + name);
        awaitEqual("viewers", COUNTED, streamer::viewerCount, "1 viewer");
        second.choose(name);
        awaitEqual("viewers", COUNTED, streamer::viewerCount, "2 viewers");
        awaitEqual("viewers of the second", COUNTED, second::viewerCount, "2 viewers");
        second.awaitPlaying();
        isAtMostThreeSecondsBehind(second);

        second.say("Hello from the second browser");
        await(
                "the chat of the first",
                SOON,
                streamer::chat,
                chat -> chat.contains(fan.name() + ": Hello from the second browser"));
        streamer.say("Welcome");
        await("the chat of the second", SOON, second::chat, chat -> chat.contains(name + ": Welcome"));
        var said = streamer.chat();

        second.kill();
        awaitEqual("viewers", COUNTED, streamer::viewerCount, "1 viewer");

        assertThat(cast.encoder(key).exitCode()).as("the second publisher").isNotZero();
        streamer.awaitPlaying();
        assertThat(encoder.isPublishing()).isTrue();

        var admin = cast.admin(api);
        assertThat(admin.row(name)).contains("Live").contains("active");
        admin.ban(name);
        assertThat(encoder.exitCode(ofSeconds(2))).as("the banned publisher").isNotZero();
        awaitEqual("live", ofSeconds(1), () -> api.isLive(name), false);
        awaitEqual("the page says offline", SOON, streamer::seesOffline, true); // what had come is played
        awaitEqual(
                "what was sent",
                ofSeconds(2),
                () -> api.get("/live/%s/index.m3u8".formatted(name)).status(),
                404);

        var another = cast.encoder(api.key(fan));
        awaitEqual("live", SOON, () -> api.isLive(fan.name()), true);
        var signedOut = api.join("gone");
        api.send("DELETE", "/api/tokens", null, Api.as(signedOut));
        var patient = api.join("patient");
        var patientKey = api.key(patient);
        platform.kill("payara");
        var down = Instant.now();
        var waiting = cast.returningEncoder(patientKey);
        assertThat(api.postForm("/login", "login=ana").status()).isEqualTo(503);
        assertThat(api.postForm("/login", "login=ana").body()).contains("Back in a moment");
        assertThat(api.get("/api/channels").json().getString("type")).isEqualTo("/problems/unavailable");
        platform.up();
        awaitEqual("live, who tried meanwhile", SOON, () -> api.isLive(patient.name()), true);
        assertThat(waiting.tries())
                .as("tries, each of which waited")
                .isLessThanOrEqualTo(
                        2 + (int) Duration.between(down, Instant.now()).toSeconds() / 7);
        assertThat(another.isPublishing()).as("a stream that goes on meanwhile").isTrue();
        assertThat(api.isLive(fan.name())).isTrue();
        assertThat(api.get("/api/accounts/me", Api.as(signedOut)).status()).isEqualTo(401);
        assertThat(api.get("/api/accounts/me", Api.as(fan)).status()).isEqualTo(200);
        admin.reload();
        assertThat(admin.isSignedIn()).isTrue();
        assertThat(admin.row(name)).contains("banned").contains("Offline");
        assertThat(api.chat(name)).isEqualTo(said);
        awaitEqual("the chat after the crash", SOON, streamer::chat, said);
        assertThat(cast.encoder(key).exitCode())
                .as("the banned publisher, again")
                .isNotZero();
        assertThat(api.signIn(fan.name()).name()).isEqualTo(fan.name());
    }

    private static void isAtMostThreeSecondsBehind(Viewer viewer) {
        await("seconds behind the encoder", SOON, viewer::latency, seconds -> seconds <= 3);
    }
}
