package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A channel's page in a browser that nobody touches, whatever the stream and the network do. */
@WholeProduct
class WatchingIT {

    private static final Duration SOON = ofSeconds(5);
    private static final Duration PREPARED = ofSeconds(20);
    private static final Duration DRY = ofSeconds(20);

    private static final String END = "#EXT-X-ENDLIST\n";

    private final Api api;

    WatchingIT(Platform platform) {
        this.api = new Api(platform.web());
    }

    @Test
    void startsByItselfWithTheStreamAndSaysWhenItIsOver(Cast cast) {
        var owner = api.join("zoe");
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        assertThat(viewer.seesOffline()).isTrue();

        var encoder = cast.encoder(api.key(owner));
        viewer.awaitPlaying();
        assertThat(viewer.seesOffline()).isFalse();

        assertThat(playlist(owner)).doesNotContain(END);
        encoder.stop();
        awaitEqual("says offline", SOON, viewer::seesOffline, true);
        await("an end in the playlist", SOON, () -> playlist(owner), playlist -> playlist.endsWith(END));
        cast.encoder(api.key(owner));
        viewer.awaitPlaying();
        assertThat(playlist(owner))
                .as("of the next broadcast")
                .contains("MEDIA-SEQUENCE:0")
                .doesNotContain(END);
    }

    @Test
    void goesOnOnTheSamePageWhenTheEncoderReturnsAndCanBeWatchedAgainInOnePiece(Cast cast) {
        var owner = api.join("zara");
        api.ruleIngest(owner, 20, false);
        api.ruleRecordings(owner, true);
        var key = api.key(owner);
        var encoder = cast.encoder(key);
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        viewer.awaitPlaying();
        var startedAt = api.channel(owner.name()).getString("startedAt");

        await("some seconds", DRY, () -> segmentsSinceTheBreak(owner), count -> count >= 4);
        encoder.stop();
        await("waits", SOON, () -> api.channel(owner.name()), channel -> channel.containsKey("resumeBy"));
        assertThat(viewer.seesOffline()).isFalse();
        viewer.awaitText("The stream is interrupted");
        assertThat(playlist(owner)).as("while it waits").isNotEmpty().doesNotContain(END);
        var again = cast.encoder(key);

        viewer.awaitPlaying();
        await("goes on", SOON, () -> api.channel(owner.name()), channel -> !channel.containsKey("resumeBy"));
        assertThat(api.channel(owner.name()).getString("startedAt")).isEqualTo(startedAt);

        await("some seconds more", DRY, () -> segmentsSinceTheBreak(owner), count -> count >= 4);
        api.ruleIngest(owner, 0, false);
        again.stop();
        watchesItAgain(owner, viewer);
    }

    /** How many segments the connection has that is there now. */
    private long segmentsSinceTheBreak(Member owner) {
        var playlist = playlist(owner);
        return playlist.substring(Math.max(0, playlist.lastIndexOf("#EXT-X-DISCONTINUITY")))
                .lines()
                .filter(line -> line.endsWith(".ts"))
                .count();
    }

    private void watchesItAgain(Member owner, Viewer viewer) {
        var recording = await(
                        "the recording",
                        PREPARED,
                        () -> api.recordings(owner),
                        all -> all.size() == 1 && all.get(0).getString("state").equals("ready"))
                .get(0);
        var duration = recording.getJsonNumber("duration").doubleValue();
        assertThat(duration).as("of both connections").isGreaterThan(4);
        viewer.signIn(owner.name());
        viewer.open("/" + owner.name());
        viewer.page().locator(".recorded a.card").click();
        viewer.awaitAddress(recording.getString("page"));
        viewer.awaitPlaying();
        assertThat(viewer.duration()).isCloseTo(duration, within(0.3));

        viewer.page().locator("#seek").hover();
        viewer.awaitStoryboard();
        viewer.fill("Title", "The best of it");
        viewer.fill("From second", "1");
        viewer.fill("To second", "3");
        viewer.press("Make clip");
        viewer.awaitClip();
        var clip = viewer.address().substring("/clips/".length());
        assertThat(api.get("/vod/%s/clip.mp4".formatted(clip)).status()).isEqualTo(200);

        viewer.open("/settings/recordings");
        viewer.page().locator("#recordings summary.danger").click();
        viewer.press("Delete recording");
        viewer.awaitText("Deleted.");
        var playlist = recording.getString("hlsUrl");
        awaitEqual("its files are gone", SOON, () -> api.get(playlist).status(), 404);
        assertThat(api.get("/vod/%s/clip.mp4".formatted(clip)).status())
                .as("clips stay")
                .isEqualTo(200);
        assertThat(api.send("DELETE", "/api/clips/" + clip, null, Api.as(owner)).status())
                .isEqualTo(204);
        awaitEqual(
                "the clip is gone",
                SOON,
                () -> api.get("/vod/%s/clip.mp4".formatted(clip)).status(),
                404);
    }

    @Test
    void recoversFromANetworkThatWasAwayAndGoesBackAsFarAsTheChannelLets(Cast cast) {
        var owner = api.join("yvonne");
        cast.encoder(api.key(owner));
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        viewer.awaitPlaying();

        var steady = cast.viewer();
        steady.open("/" + owner.name());
        steady.awaitPlaying();
        steady.takeNotes();

        viewer.setOffline(true);
        awaitEqual("stalled", DRY, viewer::isStalled, true);
        await("the picture was given up", DRY, viewer::video, video -> video.width() == 0);
        viewer.setOffline(false);

        viewer.awaitPlaying();
        await("seconds behind the encoder", DRY, viewer::latency, seconds -> seconds <= 3);

        viewer.rewind();
        viewer.rewind();
        await("seconds behind the encoder", SOON, viewer::latency, seconds -> seconds > 15 && seconds < 30);
        viewer.awaitPlaying();
        assertThat(viewer.latency()).isGreaterThan(15);
        viewer.toLiveEdge();
        await("seconds behind the encoder", DRY, viewer::latency, seconds -> seconds <= 3);

        var notes = await("a minute of the other viewer", ofSeconds(60), steady::notes, seen -> seen.seconds() >= 60);
        assertThat(notes.medianLatency()).isLessThan(3);
        assertThat(notes.stalls())
                .as("with a second browser, that one's trouble, and all parts on the same cores")
                .isLessThan(2);
    }

    @Test
    void letsOnlyThoseWatchWhomTheOwnerLetsIn(Cast cast) {
        var owner = api.join("wanda");
        var guest = api.join("guest");
        cast.encoder(api.key(owner));
        var open = await("video", SOON, () -> file(folder(owner) + "index.m3u8", ".ts"), segment -> !segment.isEmpty());
        assertThat(api.get(folder(owner) + open).status()).isEqualTo(200);
        api.letWatch(owner, "ticket");
        api.grantTicket(owner, guest);
        awaitEqual(
                "protected", SOON, () -> api.get(folder(owner) + "index.m3u8").status(), 401);

        var address = api.playback(guest, owner);
        var key =
                await("encrypted", SOON, () -> file(address, ".key"), name -> !name.isEmpty() && !name.equals("0.key"));
        var segment = file(address, ".ts");
        var mine = address.substring(0, address.lastIndexOf('/') + 1);
        for (var name : List.of("index.m3u8", segment, key)) {
            assertThat(api.get(mine + name).status()).as(name).isEqualTo(200);
            assertThat(api.get(folder(owner) + name).status()).as(name).isEqualTo(401);
            assertThat(api.get(folder(owner) + "~forged/" + name).status())
                    .as(name)
                    .isEqualTo(401);
        }
        assertThat(api.get("/api/channels/%s/chat".formatted(owner.name())).status())
                .isEqualTo(401);
        assertThat(api.live()).doesNotContain(owner.name());
        assertThat(api.channel(owner.name()).getBoolean("live")).isFalse();
        var viewer = cast.viewer();
        viewer.open("/" + owner.name());
        assertThat(viewer.text()).contains("Only who has a ticket may watch");
        viewer.signIn(guest.name());
        viewer.open("/" + owner.name());
        viewer.awaitPlaying();

        api.revokeTicket(owner, guest);
        var revoked = System.nanoTime();
        awaitEqual("stopped", ofSeconds(15), () -> api.get(address).status(), 403);
        assertThat(api.get(mine + key).status()).isEqualTo(403);
        viewer.awaitText("Only who has a ticket may watch");
        assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(ofSeconds(15));
    }

    private static String folder(Member owner) {
        return "/live/" + owner.name() + "/";
    }

    /** The last file of a kind that a playlist names; empty while there is none. */
    private String file(String playlist, String kind) {
        return Pattern.compile("([0-9]+\\" + kind + ")")
                .matcher(api.get(playlist).body())
                .results()
                .reduce((earlier, later) -> later)
                .map(MatchResult::group)
                .orElse("");
    }

    @Test
    void letsAnybodyReadTheChatAndAsksWritersToSignIn(Cast cast) {
        var owner = api.join("xara");
        cast.chat(owner.name()).as(owner).sayAndAwait("<b>Hello</b> & welcome", "r1");
        var viewer = cast.viewer();

        viewer.open("/" + owner.name());

        await("the chat", SOON, viewer::chat, chat -> chat.contains(owner.name() + ": <b>Hello</b> & welcome"));
        assertThat(viewer.canChat()).isFalse();
        viewer.awaitText("Sign in to chat");
    }

    private String playlist(Member owner) {
        return api.get("/live/%s/index.m3u8".formatted(owner.name())).body();
    }
}
