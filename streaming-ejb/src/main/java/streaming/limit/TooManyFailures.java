package streaming.limit;

import java.time.Duration;
import streaming.shared.Problem;

public final class TooManyFailures extends Problem {
    TooManyFailures(Duration wait) {
        super(Kind.TOO_MANY, "Too many tries went wrong. Try again in %s.".formatted(Wait.inWords(wait)), wait);
    }
}
