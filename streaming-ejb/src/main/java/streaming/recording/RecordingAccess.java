package streaming.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import streaming.access.Viewer;
import streaming.access.Viewers;
import streaming.access.Watching;
import streaming.caller.SignedIn;

/** Who may watch a recording: whoever may watch its channel. */
@ApplicationScoped
public class RecordingAccess {

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    /** Whether this viewer may; null is somebody who is not signed in, whose browser may have given a password. */
    public boolean mayWatch(SignedIn viewer, String channel) {
        return watching.refusal(new Viewer(viewer, viewers.current().id()), channel)
                .isEmpty();
    }
}
