package streaming.studio;

import java.util.HashMap;
import java.util.Map;

/** Who watched within a minute, from several counts of it. */
final class AudienceTally {

    /** Of one channel: the mean and the most of its counts. */
    record Minute(double mean, int peak) {}

    private final Map<String, Integer> sums = new HashMap<>();
    private final Map<String, Integer> peaks = new HashMap<>();
    private int counts;

    /** Adds a count: viewers by channel, without those that have none. */
    void add(Map<String, Integer> viewers) {
        counts++;
        viewers.forEach((channel, count) -> {
            sums.merge(channel, count, Integer::sum);
            peaks.merge(channel, count, Math::max);
        });
    }

    /** What was counted since the last time. */
    Map<String, Minute> take() {
        var minutes = new HashMap<String, Minute>();
        sums.forEach((channel, sum) -> minutes.put(channel, new Minute((double) sum / counts, peaks.get(channel))));
        sums.clear();
        peaks.clear();
        counts = 0;
        return minutes;
    }
}
