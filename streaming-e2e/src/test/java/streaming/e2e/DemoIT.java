package streaming.e2e;

import static streaming.e2e.Await.await;
import static streaming.e2e.Await.awaitEqual;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The first thing that anybody sees of the product. */
@WholeProduct
class DemoIT {

    /** Its viewers take a few seconds to come in. */
    private static final Duration A_LINE = Duration.ofSeconds(20);

    private final Platform platform;
    private final Api api;

    DemoIT(Platform platform) {
        this.platform = platform;
        this.api = new Api(platform.web());
    }

    @Test
    void isAChannelThatPlaysAndTalks(Cast cast) {
        var viewer = cast.viewer();

        platform.demo();
        try {
            viewer.open("/demo");
            viewer.awaitPlaying();
            await("the demo's chat", A_LINE, viewer::chat, chat -> !chat.isEmpty());
        } finally {
            platform.stopDemo();
        }

        awaitEqual("the demo is live", Duration.ofSeconds(5), () -> api.isLive("demo"), false);
    }
}
