package streaming.ingest;

import streaming.shared.Problem;

public final class NoSuchIngestNode extends Problem {
    public NoSuchIngestNode() {
        super(Kind.NOT_FOUND, "There is no ingest node of this name: see streaming.ingest.nodes.");
    }
}
