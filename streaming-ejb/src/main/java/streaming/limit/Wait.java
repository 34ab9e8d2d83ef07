package streaming.limit;

import java.time.Duration;

/** How long somebody has to wait, as a person says it: rounded up, so that who waits so long is let in. */
final class Wait {

    private Wait() {}

    static String inWords(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return seconds <= 90 ? words(seconds, "second") : words((seconds + 59) / 60, "minute");
    }

    private static String words(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
