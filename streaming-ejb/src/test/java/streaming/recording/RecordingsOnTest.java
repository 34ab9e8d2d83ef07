package streaming.recording;

import jakarta.validation.ValidatorFactory;
import java.nio.file.Path;
import java.time.Clock;
import streaming.TestDatabase;
import streaming.image.ImagesOnTest;

/** Recordings on the test database, with their files in a folder. */
public final class RecordingsOnTest {

    public final Recordings recordings = new Recordings();
    public final RecordingConfig config = new RecordingConfig();
    public final VodFolder vods = new VodFolder();

    public RecordingsOnTest(TestDatabase database, Clock clock, Path folder, ValidatorFactory validators) {
        config.byDefault = true;
        config.days = 60;
        config.ffmpeg = "ffmpeg";
        recordings.entityManager = database.entityManager();
        recordings.config = config;
        recordings.access = new OpenAccess();
        recordings.validator = validators.getValidator();
        recordings.clock = clock;
        vods.config = ImagesOnTest.config(folder);
        vods.clock = clock;
    }

    /** Lets a channel have so many bytes. */
    public void quota(long bytes) {
        config.channelBytes = bytes;
    }

    public void siteQuota(long bytes) {
        config.siteBytes = bytes;
    }
}
