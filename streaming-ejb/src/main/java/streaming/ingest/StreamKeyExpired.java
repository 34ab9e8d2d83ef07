package streaming.ingest;

import streaming.shared.Problem;

/** The key was good until a day that its owner chose. */
public final class StreamKeyExpired extends Problem {
    StreamKeyExpired(String channel) {
        super(Kind.FORBIDDEN, "This stream key of %s has expired: use another one.".formatted(channel));
    }
}
