package streaming.push;

import java.time.Instant;

/** A push to be sent now: to which browser, and what it says. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DuePush(
        long subscriptionId,
        long broadcastId,
        int attempt,
        String endpoint,
        byte[] publicKey,
        byte[] auth,
        String channel,
        String title,
        Instant startedAt) {

    /** Never the endpoint: who knows it can push, had they our key. */
    @Override
    public String toString() {
        return "push %d of broadcast %d, attempt %d".formatted(subscriptionId, broadcastId, attempt);
    }
}
