package streaming.encode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import streaming.encode.Encodings.Held;
import streaming.ingest.StreamHealth;

/** The renditions of one broadcast: which its source allows, the program that makes them, and which of them flow. */
final class Encoding implements AutoCloseable {

    /** What has just begun has told nginx little of itself. */
    private static final Duration BEGINNING = Duration.ofSeconds(2);

    /** A playlist that is older has no packaging behind it: longer than encoders leave between two key frames. */
    private static final Duration STALE = Duration.ofSeconds(15);

    private final Held held;
    private final Ladder ladder;
    private final Supplier<Optional<StreamHealth>> health;
    private final Function<List<Rendition>, Program> programs;
    private final Clock clock;

    private List<Rendition> renditions;
    private Supervised program;
    private Shown shown = new Shown(null, null, null);

    /** What is to be known of it: the names of what flows, its master playlist, and what is the matter. */
    record Shown(String names, String playlist, String trouble) {}

    Encoding(
            Held held,
            Ladder ladder,
            Supplier<Optional<StreamHealth>> health,
            Function<List<Rendition>, Program> programs,
            Clock clock) {
        this.held = held;
        this.ladder = ladder;
        this.health = health;
        this.programs = programs;
        this.clock = clock;
    }

    Held held() {
        return held;
    }

    /** Whether it makes something, or will; a source that is too small leaves its room to others. */
    boolean takesRoom() {
        return renditions == null || !renditions.isEmpty();
    }

    boolean isFlowing() {
        return program != null && program.status().isRunning();
    }

    void lookAfter() {
        if (renditions == null) {
            health.get()
                    .filter(source -> source.uptime().compareTo(BEGINNING) > 0)
                    .ifPresent(this::begin);
        }
        if (program != null) {
            program.lookAfter();
        }
    }

    private void begin(StreamHealth source) {
        renditions = ladder.of(source);
        if (!renditions.isEmpty()) {
            program = new Supervised(
                    "Renditions of " + held.channel(), () -> Optional.of(programs.apply(renditions)), clock);
        }
    }

    /** What is to be known of it, if that is something new; of a rendition is asked when its playlist was last written. */
    Optional<Shown> changed(Function<Rendition, Optional<Instant>> writtenAt) {
        if (renditions == null) {
            return Optional.empty();
        }
        var now = now(writtenAt);
        if (now.equals(shown)) {
            return Optional.empty();
        }
        shown = now;
        return Optional.of(now);
    }

    private Shown now(Function<Rendition, Optional<Instant>> writtenAt) {
        if (program == null) {
            return new Shown(null, null, "The source is no larger than the smallest of the other qualities.");
        }
        var status = program.status();
        if (!status.isRunning()) {
            return new Shown(null, null, status.trouble());
        }
        var oldest = clock.instant().minus(STALE);
        var flowing = renditions.stream()
                .filter(rendition -> writtenAt
                        .apply(rendition)
                        .filter(at -> !at.isBefore(oldest)
                                && !at.isBefore(status.since().minusSeconds(1)))
                        .isPresent())
                .toList();
        if (flowing.isEmpty()) {
            return new Shown(null, null, null);
        }
        var names = flowing.stream().map(Rendition::name).collect(Collectors.joining(", "));
        return new Shown(names, MasterPlaylist.of(held.channel(), flowing), null);
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }

    void awaitEnd() throws InterruptedException {
        if (program != null) {
            program.awaitEnd();
        }
    }
}
