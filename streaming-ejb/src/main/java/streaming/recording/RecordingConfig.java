package streaming.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is recorded, how long it stays, and how much room it has. */
@ApplicationScoped
public class RecordingConfig {

    @Inject
    @ConfigProperty(name = "streaming.recording.default", defaultValue = "true")
    boolean byDefault;

    @Inject
    @ConfigProperty(name = "streaming.recording.days", defaultValue = "60")
    int days;

    @Inject
    @ConfigProperty(name = "streaming.recording.channel-bytes", defaultValue = "50000000000")
    long channelBytes;

    @Inject
    @ConfigProperty(name = "streaming.recording.site-bytes", defaultValue = "0")
    long siteBytes;

    @Inject
    @ConfigProperty(name = "streaming.preview.ffmpeg", defaultValue = "ffmpeg")
    String ffmpeg;

    /** Whether channels record whose owners have not said. */
    public boolean byDefault() {
        return byDefault;
    }

    /** After how many days a recording goes at the latest; 0 is never. */
    public int days() {
        return days;
    }

    /** How many bytes the recordings of a channel may have. */
    public long channelBytes() {
        return unbounded(channelBytes);
    }

    /** How many bytes all recordings may have. */
    public long siteBytes() {
        return unbounded(siteBytes);
    }

    public String ffmpeg() {
        return ffmpeg;
    }

    private static long unbounded(long bytes) {
        return bytes <= 0 ? Long.MAX_VALUE : bytes;
    }
}
