package streaming.audience;

import java.time.Instant;
import java.util.Map;

/** How many distinct viewers one node has in each channel, good until it expires. */
public record AudienceLease(Map<String, Integer> viewers, Instant expiresAt) {

    public AudienceLease {
        viewers = Map.copyOf(viewers);
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
