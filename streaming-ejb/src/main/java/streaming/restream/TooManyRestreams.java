package streaming.restream;

import streaming.shared.Problem;

public final class TooManyRestreams extends Problem {
    TooManyRestreams(int most) {
        super(Kind.CONFLICT, "A channel is sent to at most %d other servers. Remove one first.".formatted(most));
    }
}
