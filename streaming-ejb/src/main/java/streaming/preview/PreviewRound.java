package streaming.preview;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import streaming.ingest.IngestNodes;
import streaming.shared.Background;

/** Takes the stills that are due, one after the other: there is one thread for it on each node. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PreviewRound {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PURGE = Duration.ofMinutes(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    PreviewConfig config;

    @Inject
    Previews previews;

    @Inject
    PreviewFiles files;

    @Inject
    IngestNodes nodes;

    @Inject
    Clock clock;

    private Background background;
    private Camera camera;
    private Instant purgedAt = Instant.EPOCH;

    @PostConstruct
    void start() {
        camera = new Camera(config.ffmpeg());
        background = Background.start(threads, "previews", PAUSE, this::round);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void round() throws InterruptedException {
        try {
            if (purgedAt.isBefore(clock.instant().minus(PURGE))) {
                purgedAt = clock.instant();
                files.purge();
            }
            for (var due = next(); due.isPresent(); due = next()) {
                take(due.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Stills cannot be taken; are streaming.files and ffmpeg there?", e);
        }
    }

    private Optional<DuePreview> next() {
        return config.isOn() ? previews.claim(config.period()) : Optional.empty();
    }

    private void take(DuePreview due) throws IOException, InterruptedException {
        var newest = nodes.newestSegment(due.node(), due.channel());
        if (newest.isEmpty()) {
            return; // nothing is packaged: the reconciler sees to that
        }
        var segment = files.scratch(".ts");
        var still = files.scratch(".jpg");
        try {
            Files.write(segment, newest.get());
            if (camera.take(segment, still)) {
                previews.keep(due, files.publish(still));
            }
        } finally {
            Files.deleteIfExists(segment);
            Files.deleteIfExists(still);
        }
    }
}
