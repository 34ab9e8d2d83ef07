package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import streaming.caller.Caller;
import streaming.ingest.BroadcastReport;
import streaming.ingest.BroadcastReports;

/** Why a channel counts as live, each proof with its age; the channel is in the address. */
@Named
@RequestScoped
public class BroadcastPage {

    @Inject
    BroadcastReports reports;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    private String channel = "";
    private BroadcastReport report;

    /** Read once a request; null where the channel has had no broadcast, or is none. */
    public BroadcastReport getReport() {
        if (report == null) {
            report = reports.find(caller.get(), channel).orElse(null);
        }
        return report;
    }

    /** How long ago something was, in seconds while that says something. */
    public String age(Instant moment) {
        if (moment == null) {
            return "never";
        }
        var seconds = Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        return seconds < 7200 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }

    /** Whether a proof is fresh: the reconciler looks every two seconds. */
    public boolean fresh(Instant moment) {
        return moment != null && moment.isAfter(clock.instant().minusSeconds(10));
    }

    /** What an end of a connection means. */
    public String reason(String endedBy) {
        return switch (Optional.ofNullable(endedBy).orElse("")) {
            case "done" -> "nginx said that the encoder went";
            case "lost" -> "neither /stat nor the playlist knew it any more";
            case "taken-over" -> "another encoder with the same key took over";
            case "ended" -> "the broadcast was ended: a ban, a new key, or its owner";
            default -> "";
        };
    }

    /** What an incident means. */
    public String happened(String kind) {
        return switch (kind) {
            case "late-done" -> "nginx told the end of a connection that had ended before";
            case "foreign-done" -> "nginx told the end of a connection that carried nothing";
            case "second-address" -> "the key was used from a second address";
            case "taken-over" -> "a second encoder took over";
            default -> kind;
        };
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = Optional.ofNullable(channel).orElse("");
    }
}
