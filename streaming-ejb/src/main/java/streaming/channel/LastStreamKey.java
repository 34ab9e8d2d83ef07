package streaming.channel;

import streaming.shared.Problem;

/** A channel always has a key, so that there is one to show. */
public final class LastStreamKey extends Problem {
    LastStreamKey() {
        super(Kind.CONFLICT, "This is the channel's only key: replace it, or make another one first.");
    }
}
