package streaming.ingest;

import streaming.shared.Problem;

/** The key is good in other networks, which its owner chose. */
public final class ForeignNetwork extends Problem {
    ForeignNetwork(String channel) {
        super(Kind.FORBIDDEN, "This stream key of %s may not be used from this network.".formatted(channel));
    }
}
