package streaming.push;

import java.time.Duration;

/** What a push service said to a push (RFC 8030 §5, §7.3, §8.4); {@code retryAfter} is null where it does not say. */
record PushAnswer(int status, Duration retryAfter) {

    /** It could not be asked. */
    static final PushAnswer NONE = new PushAnswer(0, null);

    /** It must not be asked: there is no such push service. */
    static final PushAnswer NOWHERE = new PushAnswer(410, null);

    boolean isSent() {
        return status >= 200 && status < 300;
    }

    /** The browser, or its owner, wants nothing any more. */
    boolean isGone() {
        return status == 404 || status == 410;
    }

    /** Whether another attempt may do better. */
    boolean isForLater() {
        return status == 0 || status == 408 || status == 429 || status >= 500;
    }
}
