package streaming.recording;

/** Why a stream that should be recorded is not. */
public enum RecordingTrouble {
    /** The ingest node does not write: most often its disk is full. */
    UNWRITABLE("The server cannot write the recording; its disk may be full. It tries again by itself."),
    /** Nothing more can be deleted to make room. */
    CHANNEL_QUOTA("The channel's space is full of recordings that are to be kept. Delete some, or let them go."),
    SITE_QUOTA("The site's space for recordings is full.");

    private final String text;

    RecordingTrouble(String text) {
        this.text = text;
    }

    /** What to tell the owner. */
    public String text() {
        return text;
    }
}
