package streaming.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers, times and names in the words that all pages use; {@code assets/wording.js} says the same in the browser. */
@Named
@ApplicationScoped
public class Wording {

    private static final int TONES = 12;

    @Inject
    Clock clock;

    public String viewers(long count) {
        return count == 1 ? "1 viewer" : count + " viewers";
    }

    public String channels(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> "1 channel";
            default -> count + " channels";
        };
    }

    /** How long it has been on, such as "3 h 5 min"; empty where it is not. */
    public String since(Instant startedAt) {
        return since(startedAt, clock.instant());
    }

    static String since(Instant startedAt, Instant now) {
        if (startedAt == null) {
            return "";
        }
        var minutes = Duration.between(startedAt, now).toMinutes();
        if (minutes < 1) {
            return "just started";
        }
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** One of twelve hues of the style sheet, always the same for a name. */
    public int tone(String name) {
        return Math.floorMod(name.hashCode(), TONES);
    }

    public String initial(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
