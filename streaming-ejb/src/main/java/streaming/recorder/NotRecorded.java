package streaming.recorder;

import streaming.recording.RecordingTrouble;

/** A stream goes on, its recording does not. */
public record NotRecorded(String channel, RecordingTrouble trouble) {}
