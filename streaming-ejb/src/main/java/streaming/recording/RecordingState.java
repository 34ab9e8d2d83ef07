package streaming.recording;

/** Where a recording is on its way from the encoder to the viewers. */
public enum RecordingState {
    RECORDING,
    /** Its broadcast is over; nobody is at it yet. */
    WAITING,
    REMUXING,
    READY,
    FAILED
}
