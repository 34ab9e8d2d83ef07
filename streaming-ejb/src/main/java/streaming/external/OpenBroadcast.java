package streaming.external;

import java.time.Instant;

/**
 * A broadcast that runs.
 *
 * @param interruptedAt since when it waits for its encoder; null while it does not
 * @param hlsUrl null where it comes over RTMP; so is {@code leaseEndsAt}
 */
record OpenBroadcast(
        long id,
        String channel,
        String title,
        Instant startedAt,
        Instant interruptedAt,
        String hlsUrl,
        Instant leaseEndsAt) {

    boolean isExternal() {
        return hlsUrl != null;
    }

    boolean isInterrupted() {
        return interruptedAt != null;
    }

    /** Whether another may begin in its place: nobody sends it, whatever it still waits for. */
    boolean isOver(Instant now) {
        return isExternal() ? !leaseEndsAt.isAfter(now) : isInterrupted();
    }
}
