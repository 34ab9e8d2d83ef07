package streaming.e2e;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Parts die as if the power went, and come back by the launcher's {@code up}. */
@WholeProduct
class RecoveryIT {

    /** In so much time the live list is right, whatever died. */
    private static final Duration RECONCILED = ofSeconds(15);

    private static final Duration SOON = ofSeconds(10);

    private final Platform platform;
    private final Api api;

    RecoveryIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void endsTheStreamsOfADeadNginxAndTakesTheirEncodersAgain(Cast cast) {
        var owner = api.join("walt");
        var key = api.key(owner);
        var encoder = cast.encoder(key);
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);

        platform.kill("nginx");
        assertThat(encoder.exitCode()).isNotZero();
        var behindNginx = new Api(platform.payara());
        awaitEqual("live", RECONCILED, () -> behindNginx.isLive(owner.name()), false);
        assertThat(behindNginx.live()).doesNotContain(owner.name());

        platform.up();
        cast.encoder(key);
        awaitEqual("live again", SOON, () -> api.isLive(owner.name()), true);
    }

    @Test
    void isRightAboutEveryEncoderWhateverBecomesOfIt(Cast cast) {
        var silent = api.join("silas");
        var killed = api.join("kit");
        var steady = api.join("stella");
        var silentEncoder = cast.encoder(api.key(silent));
        var killedEncoder = cast.encoder(api.key(killed));
        var steadyEncoder = cast.encoder(api.key(steady));
        for (var owner : List.of(silent, killed, steady)) {
            awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);
        }

        silentEncoder.freeze();
        killedEncoder.kill();
        awaitEqual("live, whose encoder was killed", RECONCILED, () -> api.isLive(killed.name()), false);
        awaitEqual("live, whose encoder fell silent", RECONCILED, () -> api.isLive(silent.name()), false);
        assertThat(api.isLive(steady.name())).isTrue();

        platform.reloadNginx();
        staysLive(steady, steadyEncoder);

        platform.killWorkers();
        assertThat(steadyEncoder.exitCode()).as("the killed worker's encoder").isNotZero();
        awaitEqual("live, whose worker was killed", RECONCILED, () -> api.isLive(steady.name()), false);
        cast.encoder(api.key(steady));
        awaitEqual("live with the next worker", SOON, () -> api.isLive(steady.name()), true);
    }

    /** After a reload the old worker goes on with it, and nobody knows but its playlist: longer than that is believed. */
    private void staysLive(Member owner, Encoder encoder) {
        var end = System.nanoTime() + ofSeconds(12).toNanos();
        while (System.nanoTime() < end) {
            assertThat(api.isLive(owner.name())).isTrue();
            assertThat(encoder.isPublishing()).isTrue();
            LockSupport.parkNanos(ofSeconds(1).toNanos());
        }
    }

    @Test
    void takesAnEncoderThatReturnsBeforeAnybodyNoticedThatNginxWasGone(Cast cast) {
        var owner = api.join("xena");
        var key = api.key(owner);
        cast.encoder(key);
        awaitEqual("live", SOON, () -> api.isLive(owner.name()), true);
        var before = api.channel(owner.name()).getString("startedAt");

        platform.kill("nginx");
        platform.up();
        var encoder = cast.encoder(key);

        Await.await("another broadcast", SOON, () -> api.channel(owner.name()), channel -> !channel.getString(
                        "startedAt", before)
                .equals(before));
        assertThat(encoder.isPublishing()).isTrue();
    }

    @Test
    void losesNothingWithADeadDatabase(Cast cast) {
        var owner = api.join("yara");
        var client = cast.chat(owner.name()).as(owner);
        client.sayAndAwait("before", "r1");
        awaitEqual("viewers", SOON, client::viewers, 1);
        var channel = api.channel(owner.name());

        platform.kill("postgres");
        awaitEqual("ready", SOON, () -> api.get("/health/ready").status(), 503);
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/api/channels/" + owner.name()).status()).isGreaterThanOrEqualTo(500);

        platform.up();
        awaitEqual("ready", SOON, () -> api.get("/health/ready").status(), 200);
        assertThat(api.channel(owner.name())).isEqualTo(channel);
        assertThat(api.get("/api/accounts/me", Api.as(owner)).status()).isEqualTo(200);
        assertThat(client.sayAndAwait("after", "r2").getInt("seq")).isEqualTo(2);
        assertThat(api.chat(owner.name())).containsExactly(owner.name() + ": before", owner.name() + ": after");
        cast.chat(owner.name());
        awaitEqual("viewers, still counted", SOON, client::viewers, 2);
    }

    @Test
    void leavesWhatRunsAloneOnASecondUp() {
        var before = platform.parts();

        platform.up();

        assertThat(platform.parts()).isEqualTo(before);
        assertThat(before.values()).allMatch(Platform.Part::up);
    }
}
