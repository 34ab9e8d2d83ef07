package streaming.encode;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long what failed waits for its next try: twice as long each time, to a bound, and never two of them in step. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final double SPREAD = 0.25;

    private final DoubleSupplier chance;
    private int failures;

    /** With chance from 0 to 1. */
    BackOff(DoubleSupplier chance) {
        this.chance = chance;
    }

    Duration afterFailure() {
        var doubled = FIRST.toMillis() << Math.min(failures++, 10);
        var bounded = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 + SPREAD * (2 * chance.getAsDouble() - 1))));
    }

    /** All was well for a while. */
    void forget() {
        failures = 0;
    }
}
