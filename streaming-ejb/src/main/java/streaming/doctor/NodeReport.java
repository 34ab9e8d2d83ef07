package streaming.doctor;

import java.time.Instant;
import java.util.List;

/** What an examination of an ingest node found. */
public record NodeReport(String node, Instant at, boolean healthy, List<Finding> findings) {

    static NodeReport of(String node, Instant at, List<Finding> findings) {
        return new NodeReport(node, at, findings.stream().allMatch(Finding::good), findings);
    }

    /** For people at a terminal. */
    String text() {
        var text = new StringBuilder("%s: %s%n".formatted(node, healthy ? "well" : "not well"));
        for (var finding : findings) {
            text.append(
                    "  %-6s %-14s %s%n".formatted(finding.good() ? "ok" : "WRONG", finding.check(), finding.found()));
            if (!finding.good()) {
                text.append("%24s%s%n".formatted("", finding.remedy()));
            }
        }
        return text.toString();
    }
}
