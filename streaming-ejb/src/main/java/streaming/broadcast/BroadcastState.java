package streaming.broadcast;

/** Where a broadcast is in its life. */
public enum BroadcastState {
    LIVE,
    /** The encoder is gone; the broadcast waits for it for the channel's grace time. */
    INTERRUPTED,
    ENDED
}
