package streaming.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often a still is taken, and by which program. */
@ApplicationScoped
public class PreviewConfig {

    @Inject
    @ConfigProperty(name = "streaming.preview.seconds", defaultValue = "30")
    int seconds;

    @Inject
    @ConfigProperty(name = "streaming.preview.ffmpeg", defaultValue = "ffmpeg")
    String ffmpeg;

    /** Zero takes none. */
    boolean isOn() {
        return seconds > 0;
    }

    Duration period() {
        return Duration.ofSeconds(seconds);
    }

    String ffmpeg() {
        return ffmpeg;
    }
}
