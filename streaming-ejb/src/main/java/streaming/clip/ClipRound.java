package streaming.clip;

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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import streaming.recording.RecordingConfig;
import streaming.recording.VodFolder;
import streaming.remux.Cut;
import streaming.shared.Background;

/** Cuts what was marked, and deletes what was deleted: there is one thread for it on each node. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClipRound {

    private static final Logger LOG = System.getLogger(ClipRound.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ClipJobs jobs;

    @Inject
    VodFolder vods;

    @Inject
    RecordingConfig config;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "clips", Duration.ofSeconds(1), this::round);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void round() throws InterruptedException {
        for (var job = jobs.claim(); job.isPresent(); job = jobs.claim()) {
            cut(job.get());
        }
        try {
            for (var clip : jobs.deleted()) {
                vods.delete(clip);
                jobs.forget(clip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A deleted clip's files stay; can streaming.files be written?", e);
        }
    }

    private void cut(ClipJobs.Job job) throws InterruptedException {
        var recording = Optional.ofNullable(job.recording()).map(vods::folder).filter(Files::isDirectory);
        if (recording.isEmpty()) {
            jobs.failed(job, true);
            return;
        }
        try {
            var folder = vods.begin();
            try {
                var made = new Cut(config.ffmpeg(), recording.get()).make(job.startMs(), job.lengthMs(), folder);
                vods.publish(folder, job.clip());
                jobs.ready(job, made.bytes(), made.lengthMs());
            } finally {
                VodFolder.delete(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Clip {0} was not cut at attempt {1}: {2}", job.clip(), job.attempt(), e);
            jobs.failed(job, false);
        }
    }
}
