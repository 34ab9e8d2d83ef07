package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Who may publish, and what a stream's beginning and end do: by real encoders, and by the callbacks alone. */
@WholeProduct
class IngestIT {

    private static final Duration SOON = ofSeconds(5);

    private final Platform platform;
    private final Api api;
    private final Callbacks ingest;

    IngestIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
        this.ingest = Callbacks.throughIngest(platform);
    }

    @Test
    void takesAnEncoderAndNamesItsStreamByTheBareChannel() {
        var owner = api.join("bea");
        var client = newClientId();

        var answer = ingest.publish(api.key(owner), client);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(owner.name());
        assertThat(api.channel(owner.name()).getString("startedAt")).endsWith("Z");
        ingest.done(api.key(owner), client);
    }

    @Test
    void refusesAnUnknownKey() {
        var live = api.live();
        var refusals = refusals();

        var answer = ingest.publish("nobodys-key", newClientId());

        assertRefused(answer, 404, "/problems/no-such-stream-key");
        assertThat(api.live()).isEqualTo(live);
        awaitRefusals(refusals.size() + 1);
    }

    @Test
    void refusesAnEncoderThatNamesNoStream() {
        var refusals = refusals();

        assertRefused(ingest.post("publish", "clientid=1"), 403, "/problems/stream-key-missing");
        assertRefused(ingest.publish("", newClientId()), 403, "/problems/stream-key-missing");

        awaitRefusals(refusals.size() + 2);
    }

    @Test
    void refusesACallThatNamesNoConnection() {
        var owner = api.join("cleo");

        var answer = ingest.post("publish", "clientid=one&name=" + api.key(owner));

        assertRefused(answer, 400, "/problems/invalid-input");
        assertThat(answer.wrongFields()).containsExactly("clientid");
        assertThat(api.isLive(owner.name())).isFalse();
    }

    @Test
    void refusesWhoeverIsNotTheNode() {
        var owner = api.join("dora");
        var key = api.key(owner);

        var stranger = Callbacks.toApplication(platform);
        var wrongSecret = Callbacks.toApplication(
                platform, "X-Ingest-Node", "local", "X-Ingest-Secret", "guess", "X-Ingest-Boot", "1");
        var unknownNode = Callbacks.toApplication(
                platform, "X-Ingest-Node", "other", "X-Ingest-Secret", platform.ingestSecret(), "X-Ingest-Boot", "1");

        for (var caller : List.of(stranger, wrongSecret, unknownNode)) {
            assertRefused(caller.publish(key, newClientId()), 403, "/problems/unknown-ingest-node");
            assertRefused(caller.done(key, newClientId()), 403, "/problems/unknown-ingest-node");
        }
        assertThat(api.isLive(owner.name())).isFalse();
    }

    @Test
    void refusesThePublicEvenWithTheNodesOwnHeaders() {
        var owner = api.join("elsa");
        var forged = Callbacks.toPublic(
                platform, "X-Ingest-Node", "local", "X-Ingest-Secret", platform.ingestSecret(), "X-Ingest-Boot", "1");

        var answer = forged.publish(api.key(owner), newClientId());

        assertRefused(answer, 403, "/problems/unknown-ingest-node");
        assertThat(api.isLive(owner.name())).isFalse();
    }

    @Test
    void refusesASecondEncoderAndTheFirstGoesOn() {
        var owner = api.join("fay");
        var key = api.key(owner);
        var first = newClientId();
        ingest.publish(key, first);
        var before = api.channel(owner.name());

        var answer = ingest.publish(key, newClientId());

        assertRefused(answer, 403, "/problems/already-live");
        assertThat(api.channel(owner.name())).isEqualTo(before);
        ingest.done(key, first);
    }

    @Test
    void refusesABannedOwner(Cast cast) {
        var owner = api.join("gina");
        var key = api.key(owner);
        var admin = cast.admin(api);
        admin.ban(owner.name());
        var name = owner.name();
        awaitEqual(
                "the ban is known",
                SOON,
                () -> api.get("/api/accounts/me", Api.as(owner)).status(),
                401);

        var answer = ingest.publish(key, newClientId());

        assertRefused(answer, 403, "/problems/owner-shut-out");
        assertThat(api.isLive(name)).isFalse();
        admin.liftBan(name);
        awaitEqual(
                "the owner may publish",
                SOON,
                () -> ingest.publish(key, newClientId()).status(),
                302);
    }

    @Test
    void endsABroadcastOnlyForTheConnectionThatCarriesIt() {
        var owner = api.join("hana");
        var key = api.key(owner);
        var client = newClientId();
        ingest.publish(key, client);
        var earlierBoot = Callbacks.toApplication(
                platform, "X-Ingest-Node", "local", "X-Ingest-Secret", platform.ingestSecret(), "X-Ingest-Boot", "1");

        assertThat(ingest.done(key, newClientId()).status()).isLessThan(300);
        assertThat(earlierBoot.done(key, client).status()).isLessThan(300);
        assertThat(api.isLive(owner.name())).isTrue();

        assertThat(ingest.done(key, client).status()).isLessThan(300);
        assertThat(api.isLive(owner.name())).isFalse();
        assertThat(ingest.publish(key, client).status())
                .as("the next broadcast")
                .isEqualTo(302);
        ingest.done(key, client);
    }

    @Test
    void goesLiveAndEndsWithARealEncoder(Cast cast) {
        var owner = api.join("iris");
        var lobby = cast.lobby();

        var encoder = cast.encoder(api.key(owner));
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);
        awaitEqual("the playlist's status", SOON, () -> playlist(owner).status(), 200);
        assertThat(playlist(owner).type()).isEqualTo("application/vnd.apple.mpegurl");
        lobby.await("channels", event -> event.toString().contains("\"name\":\"" + owner.name() + "\""));

        encoder.stop();
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), false);
        Await.await("the lobby without the channel", SOON, () -> lobby.events("channels"), lists -> !lists.get(
                        lists.size() - 1)
                .toString()
                .contains(owner.name()));
    }

    @Test
    void letsASecondEncoderTakeOverWhereTheChannelAllowsIt(Cast cast) {
        var owner = api.join("kira");
        var key = api.key(owner);
        api.ruleIngest(owner, 20, true);
        var first = cast.encoder(key);
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);
        var startedAt = api.channel(owner.name()).getString("startedAt");

        var second = cast.encoder(key);

        assertThat(first.exitCode()).isNotZero();
        awaitEqual("goes on", SOON, () -> api.channel(owner.name()).containsKey("resumeBy"), false);
        assertThat(second.isPublishing()).isTrue();
        assertThat(api.channel(owner.name()).getString("startedAt")).isEqualTo(startedAt);
        var before = playlist(owner).body();
        Await.await("new segments", SOON, () -> playlist(owner).body(), playlist -> !playlist.equals(before));
    }

    @Test
    void refusesAnEncoderWithAnUnknownKey(Cast cast) {
        assertThat(cast.encoder("nobodys-key").exitCode()).isNotZero();
    }

    @Test
    void letsNobodyPublishOrPlayBesideTheFrontDoor(Cast cast) {
        var hls = platform.rtmp("intruder").replace("/app/", "/hls/");

        assertThat(cast.encoderTo(hls).exitCode()).isNotZero();

        assertThat(api.get("/live/intruder/index.m3u8").status()).isEqualTo(404);
    }

    @Test
    void writesNoKeyIntoAnyLog(Cast cast) {
        var owner = api.join("jill");
        var key = api.key(owner);
        var unknown = "unknown-key-" + newClientId();

        var encoder = cast.encoder(key);
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);
        assertThat(cast.encoder(key).exitCode()).isNotZero();
        assertThat(cast.encoder(unknown).exitCode()).isNotZero();
        encoder.stop();
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), false);

        assertThat(platform.logs()).hasSizeGreaterThan(3).allSatisfy(log -> assertThat(Platform.read(log))
                .doesNotContain(key, unknown));
    }

    private Answer playlist(Member owner) {
        return api.get("/live/%s/index.m3u8".formatted(owner.name()));
    }

    /** The server writes its log a moment after it has answered. */
    private void awaitRefusals(int count) {
        awaitEqual("lines of refusals", ofSeconds(5), () -> refusals().size(), count);
    }

    private List<String> refusals() {
        return platform.applicationLog("Refused a publish");
    }

    private static void assertRefused(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().getString("type")).isEqualTo(type);
    }

    // nginx counts its connections from 1: these are none of them.
    private static long newClientId() {
        return ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);
    }
}
