package streaming.external;

import java.time.Instant;

/** A broadcast that runs; {@code hlsUrl} and {@code leaseEndsAt} are null where it comes over RTMP. */
record OpenBroadcast(long id, String channel, String title, Instant startedAt, String hlsUrl, Instant leaseEndsAt) {

    boolean isExternal() {
        return hlsUrl != null;
    }

    boolean isOver(Instant now) {
        return isExternal() && !leaseEndsAt.isAfter(now);
    }
}
