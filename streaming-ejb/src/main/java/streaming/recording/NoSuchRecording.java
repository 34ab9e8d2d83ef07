package streaming.recording;

import streaming.shared.Problem;

public final class NoSuchRecording extends Problem {
    public NoSuchRecording() {
        super(Kind.NOT_FOUND, "There is no such recording. It may have been deleted.");
    }
}
