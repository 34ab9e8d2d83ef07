package streaming.ingest;

import java.time.Instant;
import java.util.List;

/**
 * A channel's last broadcast and what speaks for its state.
 *
 * @param interruptedAt since when it has no encoder; null while it has one
 * @param resumeBy until when it waits for one; null unless it does
 * @param endedAt null while it runs
 * @param hlsUrl where an encoder elsewhere puts it; null for what comes over RTMP
 * @param leaseEndsAt until when that encoder's word is good; null for what comes over RTMP
 * @param segments its connections, the latest first
 * @param incidents what happened lately at the channel's ingest that changed nothing or that its owner should know
 */
public record BroadcastReport(
        String channel,
        String title,
        Instant startedAt,
        Instant interruptedAt,
        Instant resumeBy,
        Instant endedAt,
        String hlsUrl,
        Instant leaseEndsAt,
        List<Segment> segments,
        List<Incident> incidents) {

    public String state() {
        if (endedAt != null) {
            return "ended";
        }
        return interruptedAt == null ? "live" : "interrupted";
    }

    /**
     * An encoder's connection.
     *
     * @param address where it came from; null where nginx did not say
     * @param endedBy {@code done}, {@code lost}, {@code taken-over} or {@code ended}; null while it is open
     * @param checkedAt when its node was last asked; null before the first time, as are the two proofs
     * @param statSeenAt when {@code /stat} last had it
     * @param playlistAt when its playlist was last written, by the node's clock
     */
    public record Segment(
            String node,
            String boot,
            long clientId,
            String address,
            Instant startedAt,
            Instant endedAt,
            String endedBy,
            Instant checkedAt,
            Instant statSeenAt,
            Instant playlistAt) {

        public boolean open() {
            return endedAt == null;
        }
    }

    /** Something that nginx said or an encoder tried. */
    public record Incident(Instant at, String kind, String node, long clientId, String address) {}
}
