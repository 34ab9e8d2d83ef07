package streaming.ingest;

import java.time.Instant;
import streaming.broadcast.OpenSegment;

/**
 * What a look at an ingest node proved of a connection that is held for live.
 *
 * @param sameBoot whether nginx has not been started anew since it came
 * @param published whether {@code /stat} has it
 * @param playlistAt when the channel's playlist was last written; null where there is none
 */
record Proof(OpenSegment segment, boolean sameBoot, boolean published, Instant playlistAt) {

    boolean isWrittenSince(Instant oldest) {
        return playlistAt != null && playlistAt.isAfter(oldest);
    }
}
