package streaming.push;

import streaming.shared.Problem;

/** An account has as many subscriptions as one may have. */
public final class TooManyDevices extends Problem {
    TooManyDevices(int most) {
        super(Kind.CONFLICT, "You are told on %d devices already. Remove one first.".formatted(most));
    }
}
