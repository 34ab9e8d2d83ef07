package streaming.ingest;

import streaming.shared.Problem;

/** An encoder that names no stream. */
public final class StreamKeyMissing extends Problem {
    StreamKeyMissing() {
        super(Kind.FORBIDDEN, "Publish to rtmp://host/app/KEY with the key from your settings.");
    }
}
