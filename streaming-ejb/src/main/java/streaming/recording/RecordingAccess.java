package streaming.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import streaming.access.Viewers;
import streaming.access.Watching;

/** Who may watch a recording: whoever may watch its channel. */
@ApplicationScoped
public class RecordingAccess {

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    /** Whether who asks in this request may. */
    public boolean mayWatch(String channel) {
        return watching.refusal(viewers.current(), channel).isEmpty();
    }
}
