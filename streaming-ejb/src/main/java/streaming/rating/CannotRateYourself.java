package streaming.rating;

import streaming.shared.Problem;

public final class CannotRateYourself extends Problem {
    CannotRateYourself() {
        super(Kind.CONFLICT, "This is your own channel: others rate it.");
    }
}
