package streaming.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How streams come in. All who ask within a second get one reading: a node is asked once for all its streamers. */
@ApplicationScoped
public class StreamHealths {

    private static final Duration GOOD = Duration.ofSeconds(1);

    @Inject
    IngestNodes nodes;

    @Inject
    Clock clock;

    // Below here, only one thread at a time.
    private Map<String, RtmpStat.Flow> before = Map.of();
    private Map<String, RtmpStat.Flow> last = Map.of();
    private Instant readAt = Instant.MIN;

    /** None while the channel is not on the air, or its node is out of reach. */
    public synchronized Optional<StreamHealth> find(String channel) {
        var now = clock.instant();
        if (readAt.isBefore(now.minus(GOOD))) {
            before = last;
            last = read();
            readAt = now;
        }
        return Optional.ofNullable(last.get(channel)).map(flow -> StreamHealth.of(before.get(channel), flow));
    }

    private Map<String, RtmpStat.Flow> read() {
        var flows = new HashMap<String, RtmpStat.Flow>();
        nodes.flows().forEach(flow -> flows.put(flow.stream(), flow));
        return flows;
    }
}
