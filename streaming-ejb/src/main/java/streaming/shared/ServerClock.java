package streaming.shared;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that everything asks, so that tests can set it. */
class ServerClock {

    @Produces
    static Clock utc() {
        return Clock.systemUTC();
    }
}
