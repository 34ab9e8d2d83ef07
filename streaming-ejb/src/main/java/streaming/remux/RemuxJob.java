package streaming.remux;

import java.util.List;
import java.util.UUID;

/**
 * A recording that this node is to remux now.
 *
 * @param attempt which one this is; a later one has taken over where it is not the last any more
 * @param about how long it is, in milliseconds
 */
record RemuxJob(UUID recording, int attempt, List<File> files, long bytes, long about) {

    /** A file on an ingest node. */
    record File(String node, String name) {}
}
