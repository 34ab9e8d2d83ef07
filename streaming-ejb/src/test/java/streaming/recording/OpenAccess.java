package streaming.recording;

/** Lets everybody watch. */
public final class OpenAccess extends RecordingAccess {

    @Override
    public boolean mayWatch(String channel) {
        return true;
    }
}
