package streaming.ingest;

import streaming.shared.Problem;

/** A second encoder for one channel. 403 by the contract of the callback, since nginx-rtmp only knows yes and no. */
public final class AlreadyLive extends Problem {
    AlreadyLive(String channel) {
        super(Kind.FORBIDDEN, "%s is live already: stop the other encoder first.".formatted(channel));
    }
}
