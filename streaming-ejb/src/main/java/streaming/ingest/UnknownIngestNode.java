package streaming.ingest;

import streaming.shared.Problem;

/** A callback without a node's name and secret. */
public final class UnknownIngestNode extends Problem {
    UnknownIngestNode() {
        super(
                Kind.FORBIDDEN,
                "Only a configured ingest node may say this: check streaming.ingest.nodes and its secret.");
    }
}
