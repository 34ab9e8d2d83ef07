package streaming.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The clock that everything asks, so that tests can set it. */
@ApplicationScoped
class ServerClock {

    @Produces
    static Clock utc() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)); // no finer than a timestamptz
    }
}
