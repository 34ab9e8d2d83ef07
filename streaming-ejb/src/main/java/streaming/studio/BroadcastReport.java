package streaming.studio;

import java.time.Instant;
import java.util.List;

/**
 * A broadcast, as its channel's owner looks back on it.
 *
 * @param endedAt null while it runs
 * @param peak the most viewers at a time
 * @param mean viewers over all of it
 * @param minutesWatched by all viewers together
 * @param curve viewers over its time, in steps of equal length; at most {@value #LONGEST_CURVE}
 */
public record BroadcastReport(
        long id,
        String title,
        Instant startedAt,
        Instant endedAt,
        int peak,
        double mean,
        long minutesWatched,
        List<Double> curve) {

    static final int LONGEST_CURVE = 120;

    static BroadcastReport of(
            long id, String title, Instant startedAt, Instant endedAt, int peak, List<Double> minutes) {
        var sum = minutes.stream().mapToDouble(Double::doubleValue).sum();
        var mean = minutes.isEmpty() ? 0 : sum / minutes.size();
        return new BroadcastReport(id, title, startedAt, endedAt, peak, round(mean), Math.round(sum), shorten(minutes));
    }

    /** As the points of an SVG polyline in a box of 100 by 30, the highest point at its top. */
    public String points() {
        var highest = Math.max(
                1, curve.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        var points = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            var x = curve.size() == 1 ? 100 : 100.0 * i / (curve.size() - 1);
            points.append("%s,%s ".formatted(round(x), round(29 - 28 * curve.get(i) / highest)));
        }
        return points.toString().strip();
    }

    /** Takes the means of so many minutes together that the curve is not too long. */
    private static List<Double> shorten(List<Double> minutes) {
        var step = (minutes.size() + LONGEST_CURVE - 1) / LONGEST_CURVE;
        var curve = new java.util.ArrayList<Double>();
        for (int from = 0; from < minutes.size(); from += step) {
            var part = minutes.subList(from, Math.min(minutes.size(), from + step));
            curve.add(round(
                    part.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        }
        return List.copyOf(curve);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
