package streaming.clip;

import java.time.Duration;
import streaming.shared.Problem;

public final class TooManyClips extends Problem {
    TooManyClips(int most, Duration retryAfter) {
        super(Kind.TOO_MANY, "You may make %d clips an hour.".formatted(most), retryAfter);
    }
}
