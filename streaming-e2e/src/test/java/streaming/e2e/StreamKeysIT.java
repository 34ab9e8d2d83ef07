package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The keys of a channel: on their page, over the API, and with encoders. */
@WholeProduct
class StreamKeysIT {

    private final Platform platform;
    private final Api api;
    private final Callbacks ingest;

    StreamKeysIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
        this.ingest = Callbacks.throughIngest(platform);
    }

    @Test
    void aStreamerMakesAKeyForAGuestAndRevokesIt(Cast cast) {
        var owner = api.join("kate");
        var streamer = cast.viewer();
        streamer.signIn(owner.name());
        streamer.open("/settings/keys");
        assertThat(streamer.sees("Nothing to tell")).isTrue();

        streamer.fill("Name", "");
        streamer.fill("Only from", "home");
        streamer.press("Make key");
        streamer.awaitText("Name the key, after what will use it.");
        streamer.fill("Name", "Guest");
        streamer.press("Make key");
        streamer.awaitText("Give addresses, or blocks of them");
        streamer.fill("Only from", "127.0.0.0/8\n2001:db8::/32");
        streamer.press("Make key");
        streamer.awaitText("Your new key is there.");
        assertThat(streamer.sees("127.0.0.0/8 2001:db8::/32")).isTrue();

        var guest = streamer.showStreamKey("Guest");
        var client = newClientId();
        assertThat(ingest.publish(guest, client).status()).isEqualTo(302);
        ingest.done(guest, client);
        streamer.reload();
        streamer.awaitText("from 127.0.0.1");

        streamer.touchSummary("Revoke Guest");
        streamer.press("Revoke the key Guest");
        streamer.awaitText("Revoked.");
        assertThat(ingest.publish(guest, newClientId()).status()).isEqualTo(404);
    }

    @Test
    void aReplacedKeyIsGoodForTheRunningBroadcastAlone() {
        var owner = api.join("rory");
        api.ruleIngest(owner, 20, false);
        var old = api.key(owner);
        var first = newClientId();
        ingest.publish(old, first);

        var key = api.post("/api/channels/%s/key".formatted(owner.name()), "", Api.as(owner))
                .json()
                .getString("key");

        ingest.done(old, first);
        var second = newClientId();
        assertThat(ingest.publish(old, second).status())
                .as("its encoder is back")
                .isEqualTo(302);
        ingest.done(old, second);
        api.ruleIngest(owner, 0, false);
        awaitEqual("over", ofSeconds(6), () -> api.isLive(owner.name()), false);
        assertThat(ingest.publish(old, newClientId()).status()).isEqualTo(404);
        var third = newClientId();
        assertThat(ingest.publish(key, third).status()).isEqualTo(302);
        ingest.done(key, third);
    }

    @Test
    void refusesEncodersFromForeignNetworksAndTellsTheOwner(Cast cast) {
        var owner = api.join("nell");
        var key = api.post(
                        "/api/channels/%s/keys".formatted(owner.name()),
                        "{\"name\":\"Office\",\"networks\":[\"192.0.2.0/24\"]}",
                        Api.as(owner))
                .json()
                .getString("key");

        assertThat(cast.encoder(key).exitCode()).isNotZero();

        assertThat(ingest.publish(key, newClientId()).json().getString("type")).isEqualTo("/problems/foreign-network");
        var incidents = api.get("/api/channels/%s/incidents".formatted(owner.name()), Api.as(owner))
                .json()
                .getJsonArray("items");
        assertThat(incidents).hasSize(1);
        assertThat(incidents.getJsonObject(0).getString("kind")).isEqualTo("foreign-network");
        assertThat(incidents.getJsonObject(0).getString("address")).isEqualTo("127.0.0.1");
        assertThat(api.isLive(owner.name())).isFalse();
    }

    @Test
    void takesNoNameForAPathAndNoArgumentForItsOwn(Cast cast) {
        var owner = api.join("olga");
        var key = api.key(owner);
        var refused = List.of(
                "..%2f..%2fetc",
                "a%2fb", "x".repeat(4096), key + "?addr=192.0.2.1", key + "?name=" + owner.name() + "&clientid=1");

        var encoders = refused.stream().map(cast::encoder).toList();

        assertThat(encoders)
                .allSatisfy(encoder -> assertThat(encoder.exitCode()).isNotZero());
        assertThat(api.isLive(owner.name())).isFalse();

        var token = "token-" + newClientId();
        var encoder = cast.encoder(key + "?token=" + token);
        awaitEqual("live", ofSeconds(5), () -> api.isLive(owner.name()), true);
        encoder.stop();
        assertThat(platform.logs())
                .allSatisfy(log -> assertThat(Platform.read(log)).doesNotContain(key, token));
    }

    // nginx counts its connections from 1: these are none of them.
    private static long newClientId() {
        return ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);
    }
}
