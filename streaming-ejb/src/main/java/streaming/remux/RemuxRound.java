package streaming.remux;

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
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import streaming.ingest.IngestNodes;
import streaming.recording.RecordingConfig;
import streaming.recording.VodFolder;
import streaming.shared.Background;

/** Remuxes what is over, one recording after the other: there is one thread for it on each node. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemuxRound {

    private static final Logger LOG = System.getLogger(RemuxRound.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    RemuxJobs jobs;

    @Inject
    IngestNodes nodes;

    @Inject
    VodFolder vods;

    @Inject
    RecordingConfig config;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "remux", Duration.ofSeconds(1), this::round);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void round() throws InterruptedException {
        for (var job = jobs.claim(); job.isPresent(); job = jobs.claim()) {
            remux(job.get());
        }
    }

    private void remux(RemuxJob job) throws InterruptedException {
        try {
            var folder = vods.begin();
            try {
                var result =
                        new Remux(config.ffmpeg(), folder).run(sources(job), job.about(), read -> renew(job, read));
                finish(job, folder, result);
            } finally {
                VodFolder.delete(folder);
            }
        } catch (LeaseLost e) {
            LOG.log(Level.INFO, "Recording {0} is another''s by now", job.recording());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "Recording {0} was not remuxed at attempt {1}: {2}",
                    job.recording(),
                    job.attempt(),
                    e);
            jobs.failed(job, String.valueOf(e.getMessage()));
        }
    }

    // The folder first, then the row: who dies between the two is followed by an attempt that does both again.
    private void finish(RemuxJob job, Path folder, Remux.Result result) throws IOException {
        if (result.parts() == 0) {
            jobs.empty(job);
            return;
        }
        renew(job, job.bytes());
        vods.publish(folder, job.recording());
        if (!jobs.ready(job, result)) {
            throw new LeaseLost();
        }
        LOG.log(Level.INFO, "Recording {0} is ready: {1}", job.recording(), result.duration());
    }

    private List<Remux.Source> sources(RemuxJob job) {
        return job.files().stream().<Remux.Source>map(file -> () -> open(file)).toList();
    }

    private Optional<InputStream> open(RemuxJob.File file) throws IOException {
        return nodes.openRecording(file.node(), file.name());
    }

    private void renew(RemuxJob job, long read) {
        if (!jobs.renew(job, percent(job, read))) {
            throw new LeaseLost();
        }
    }

    private static int percent(RemuxJob job, long read) {
        return read >= job.bytes() ? 100 : (int) (100 * read / job.bytes());
    }

    /** Another attempt has it, or it was deleted. */
    private static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
