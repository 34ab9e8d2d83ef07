package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import streaming.caller.Caller;
import streaming.recording.RecordingConfig;
import streaming.recording.RecordingJson;
import streaming.recording.RecordingUsage;
import streaming.recording.Recordings;

/** All recordings: what is in trouble first, then what takes the most room. */
@Named
@RequestScoped
public class AdminRecordingsPage {

    @Inject
    Recordings recordings;

    @Inject
    RecordingConfig config;

    @Inject
    Caller caller;

    private List<RecordingJson> all;

    /** Read once a request. */
    public List<RecordingJson> getAll() {
        if (all == null) {
            all = recordings.ofAll(caller.get());
        }
        return all;
    }

    public RecordingUsage getUsage() {
        return recordings.usage();
    }

    public int getDays() {
        return config.days();
    }
}
