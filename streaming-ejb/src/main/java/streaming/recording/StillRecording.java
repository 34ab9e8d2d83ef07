package streaming.recording;

import streaming.shared.Problem;

public final class StillRecording extends Problem {
    StillRecording() {
        super(Kind.CONFLICT, "It is still being recorded. End the stream first.");
    }
}
