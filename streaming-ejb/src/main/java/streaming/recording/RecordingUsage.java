package streaming.recording;

/** How much room the recordings of a channel have, and how much of it they take; {@code quota} is null without bound. */
public record RecordingUsage(long bytes, Long quota) {

    static RecordingUsage of(long bytes, long most) {
        return new RecordingUsage(bytes, most == Long.MAX_VALUE ? null : most);
    }

    /** Percent of the quota, at most 100; 0 without one. */
    public int percent() {
        return quota == null ? 0 : (int) Math.min(100, 100 * bytes / Math.max(1, quota));
    }
}
