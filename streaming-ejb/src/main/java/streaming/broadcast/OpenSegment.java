package streaming.broadcast;

import java.time.Instant;

/** A connection that the database holds for live. */
public record OpenSegment(long id, long broadcastId, String channel, Fence fence, Instant startedAt) {}
