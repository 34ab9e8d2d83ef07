package streaming.limit;

import java.time.Duration;
import streaming.shared.Problem;

public final class TooManyRequests extends Problem {
    TooManyRequests(Duration wait) {
        super(Kind.TOO_MANY, "That was too often. Try again in %s.".formatted(Wait.inWords(wait)), wait);
    }
}
