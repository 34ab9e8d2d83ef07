package streaming.schedule;

import streaming.shared.Problem;

public final class NoSuchPlannedStream extends Problem {
    NoSuchPlannedStream() {
        super(Kind.NOT_FOUND, "There is no such stream in this schedule.");
    }
}
