package streaming.broadcast;

import java.time.Instant;

/** A channel went live, or went off; {@code startedAt} is null when it went off. */
public record LiveChanged(String channel, Instant startedAt) {

    public boolean live() {
        return startedAt != null;
    }
}
