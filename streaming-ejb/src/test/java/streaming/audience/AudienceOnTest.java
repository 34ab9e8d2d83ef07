package streaming.audience;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** An audience whose viewers are said. */
public final class AudienceOnTest {

    private final Audience audience = new Audience();
    private final Clock clock;

    public AudienceOnTest(Clock clock) {
        this.clock = clock;
        audience.clock = clock;
    }

    public Audience audience() {
        return audience;
    }

    public void watch(Map<String, Integer> viewers) {
        audience.renew("node", new AudienceLease(viewers, clock.instant().plus(Duration.ofHours(1))));
    }
}
