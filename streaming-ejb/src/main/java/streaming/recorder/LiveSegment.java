package streaming.recorder;

import java.time.Instant;
import streaming.recording.RecordingTrouble;

/**
 * A connection of an encoder whose stream is to be recorded.
 *
 * @param trouble why nothing of it is recorded, as was last seen; null if something is
 * @param channelBytes what the channel's recordings take
 * @param siteBytes what all recordings take
 */
record LiveSegment(
        long id,
        long broadcastId,
        long channelId,
        String channel,
        Instant startedAt,
        RecordingTrouble trouble,
        long channelBytes,
        long siteBytes) {}
