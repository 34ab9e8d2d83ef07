package streaming.recorder;

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
import java.time.Duration;
import java.util.HashSet;
import streaming.recording.VodFolder;
import streaming.shared.Background;
import streaming.shared.SiteLock;

/** Looks each second at what is recorded, and now and then at what has been there for too long; one node does so. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecorderRound {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Recorder recorder;

    @Inject
    Retention retention;

    @Inject
    Captures captures;

    @Inject
    VodFolder vods;

    @Inject
    SiteLock siteLock;

    private Background recording;
    private Background expiring;
    private Background purging;

    @PostConstruct
    void start() {
        recording = Background.start(
                threads, "recorder", Duration.ofSeconds(1), () -> siteLock.alone("recorder", recorder::look));
        expiring = Background.start(threads, "recording-retention", Duration.ofMinutes(1), this::expire);
        purging = Background.start(threads, "recording-purge", Duration.ofHours(1), this::purge);
    }

    @PreDestroy
    void stop() {
        recording.close();
        expiring.close();
        purging.close();
    }

    private void expire() {
        retention.expire();
        retention.makeRoom();
    }

    /** What has a folder and nobody knows of, as after the end of an account. */
    private void purge() {
        try {
            vods.purge();
            var folders = vods.finished();
            var known = new HashSet<>(captures.all());
            for (var folder : folders) {
                if (!known.contains(folder)) {
                    vods.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Old recordings stay; can streaming.files be written?", e);
        }
    }
}
