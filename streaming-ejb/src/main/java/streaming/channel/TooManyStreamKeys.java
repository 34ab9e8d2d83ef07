package streaming.channel;

import streaming.shared.Problem;

public final class TooManyStreamKeys extends Problem {
    TooManyStreamKeys(int most) {
        super(Kind.CONFLICT, "A channel has at most %d stream keys. Revoke one first.".formatted(most));
    }
}
