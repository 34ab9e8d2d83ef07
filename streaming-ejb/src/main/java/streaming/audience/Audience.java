package streaming.audience;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The viewers of every channel on all nodes. It cannot drift or go below zero, for nothing is added up over time: a
 * node that dies is out when its lease is.
 */
@ApplicationScoped
public class Audience {

    private final Map<String, AudienceLease> leases = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    /** Takes a node's lease in place of the one before. */
    public void renew(String node, AudienceLease lease) {
        leases.put(node, lease);
    }

    /** Viewers by channel name; a channel without any is missing. */
    public Map<String, Integer> totals() {
        var now = clock.instant();
        leases.values().removeIf(lease -> !lease.isGood(now));
        var totals = new HashMap<String, Integer>();
        for (var lease : leases.values()) {
            lease.viewers().forEach((channel, viewers) -> totals.merge(channel, viewers, Integer::sum));
        }
        return totals;
    }

    public int of(String channel) {
        var now = clock.instant();
        return leases.values().stream()
                .filter(lease -> lease.isGood(now))
                .mapToInt(lease -> lease.viewers().getOrDefault(channel, 0))
                .sum();
    }
}
