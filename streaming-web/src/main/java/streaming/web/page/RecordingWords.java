package streaming.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import streaming.recording.RecordingJson;

/** What pages say of recordings: how long and how large they are, and how far. */
@Named
@ApplicationScoped
public class RecordingWords {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

    /** Such as "1:02:03", or "2:03". */
    public String length(double seconds) {
        var length = Duration.ofSeconds(Math.round(seconds));
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    /** Such as "1.2 GB". */
    public String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        var value = bytes / 1000.0;
        var unit = 0;
        for (; value >= 999.5 && unit < UNITS.size() - 1; unit++) {
            value /= 1000;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS.get(unit));
    }

    /** What becomes of it now. */
    public String state(RecordingJson recording) {
        return switch (recording.state()) {
            case "recording" -> recording.trouble() == null ? "Recording" : "Not recording: " + recording.trouble();
            case "waiting" -> recording.reason().isEmpty() ? "Waiting to be prepared" : "Trying again soon";
            case "remuxing" -> "Being prepared, %d %%".formatted(recording.progress());
            case "failed" -> "Failed: " + recording.reason();
            default -> length(recording.duration()) + " · " + size(recording.bytes());
        };
    }

    /** A name for a file that everybody's disk takes. */
    public String file(RecordingJson recording) {
        return "%s-%s.mp4"
                .formatted(recording.channel(), recording.startedAt().toString().substring(0, 10));
    }
}
