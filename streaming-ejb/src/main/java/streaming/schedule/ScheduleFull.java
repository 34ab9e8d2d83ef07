package streaming.schedule;

import streaming.shared.Problem;

public final class ScheduleFull extends Problem {
    ScheduleFull(int most) {
        super(Kind.CONFLICT, "A schedule has at most %d streams to come. Remove one first.".formatted(most));
    }
}
