package streaming.ingest;

import streaming.shared.Problem;

/** The key is nobody's; the message never bears it. */
public final class NoSuchStreamKey extends Problem {
    NoSuchStreamKey() {
        super(Kind.NOT_FOUND, "No channel has this stream key: copy it again from your settings.");
    }
}
