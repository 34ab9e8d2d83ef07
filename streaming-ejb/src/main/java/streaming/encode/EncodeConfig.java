package streaming.encode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which renditions are made, how many at once, and by which program. */
@ApplicationScoped
public class EncodeConfig {

    /** Beside the server, the database and nginx, fewer have nothing left for pictures. */
    private static final int FEW_CORES = 4;

    private static final String BY_CORES = "720p,480p,360p,audio";

    @Inject
    @ConfigProperty(name = "streaming.ladder", defaultValue = "auto")
    Optional<String> ladder;

    @Inject
    @ConfigProperty(name = "streaming.ladder.most")
    Optional<Integer> most;

    @Inject
    @ConfigProperty(name = "streaming.ladder.preset", defaultValue = "veryfast")
    String preset;

    @Inject
    @ConfigProperty(name = "streaming.encode.ffmpeg", defaultValue = "ffmpeg")
    String ffmpeg;

    /** The renditions that a broadcast gets beside its source; none on a machine with few cores that was told nothing. */
    public Ladder ladder() {
        return Ladder.of(ladder(ladder.orElse(""), Runtime.getRuntime().availableProcessors()));
    }

    static String ladder(String setting, int cores) {
        return switch (setting.strip()) {
            case "auto" -> cores < FEW_CORES ? "" : BY_CORES;
            case "off" -> "";
            default -> setting;
        };
    }

    /** How many broadcasts this node makes renditions of at once: of three renditions, one costs two cores and more. */
    public int most() {
        return most.orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / FEW_CORES));
    }

    /** How much x264 thinks: {@code ultrafast} to {@code placebo}. */
    String preset() {
        return preset;
    }

    public String ffmpeg() {
        return ffmpeg;
    }
}
