package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import streaming.encode.EncodeConfig;
import streaming.encode.EncodingReport;
import streaming.encode.Encodings;

/** Which qualities a live broadcast has, and why not more: a part of the page of its proofs. */
@Named
@RequestScoped
public class QualitiesPage {

    @Inject
    Encodings encodings;

    @Inject
    EncodeConfig config;

    /** In one sentence; empty where there is nothing to say. */
    public String of(String channel) {
        if (config.ladder().isEmpty()) {
            return "The source alone: this site makes no others (streaming.ladder).";
        }
        return encodings.findReport(channel).map(QualitiesPage::sentence).orElse("");
    }

    static String sentence(EncodingReport report) {
        if (!report.held()) {
            return "The source alone: every node makes as many as it may (streaming.ladder.most).";
        }
        if (report.renditions() != null) {
            return report.renditions();
        }
        return report.trouble() == null
                ? "The source alone; others are on their way."
                : "The source alone. " + report.trouble();
    }
}
