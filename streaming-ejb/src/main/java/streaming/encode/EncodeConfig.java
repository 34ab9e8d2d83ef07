package streaming.encode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Which renditions are made, how many at once, and by which program. Asked of the sources themselves, so that it can be
 * changed while it runs.
 */
@ApplicationScoped
public class EncodeConfig {

    /** Beside the server, the database and nginx, fewer have nothing left for pictures. */
    private static final int FEW_CORES = 4;

    private static final String BY_CORES = "720p,480p,360p,audio";

    @Inject
    Config config;

    /** The renditions that a broadcast gets beside its source; none on a machine with few cores that was told nothing. */
    public Ladder ladder() {
        return Ladder.of(ladder(
                find("streaming.ladder").orElse("auto"), Runtime.getRuntime().availableProcessors()));
    }

    static String ladder(String setting, int cores) {
        return switch (setting.strip()) {
            case "auto" -> cores < FEW_CORES ? "" : BY_CORES;
            case "off" -> "";
            default -> setting;
        };
    }

    /** How many broadcasts this node makes renditions of at once: of three renditions, one costs two cores and more. */
    int most() {
        return find("streaming.ladder.most")
                .map(Integer::valueOf)
                .orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / FEW_CORES));
    }

    /** How much x264 thinks: {@code ultrafast} to {@code placebo}. */
    String preset() {
        return find("streaming.ladder.preset").orElse("veryfast");
    }

    public String ffmpeg() {
        return find("streaming.encode.ffmpeg").orElse("ffmpeg");
    }

    private Optional<String> find(String name) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .map(source -> source.getValue(name))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
