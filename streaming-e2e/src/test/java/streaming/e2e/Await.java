package streaming.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other processes are about to do; the one place where a test waits by the clock. */
final class Await {

    private static final long POLL_MILLIS = 50;

    private Await() {}

    /** Until the probe gives what is expected; gives up with what it gave last. */
    static <T> void awaitEqual(String what, Duration within, Supplier<T> probe, T expected) {
        await(what + " = " + expected, within, probe, expected::equals);
    }

    /**
     * Until the condition holds for what the probe gives. A probe that cannot connect is asked again: parts die and come
     * back.
     *
     * @return what the condition held for
     */
    static <T> T await(String what, Duration within, Supplier<T> probe, Predicate<? super T> condition) {
        var end = System.nanoTime() + within.toNanos();
        while (true) {
            Object last;
            try {
                T value = probe.get();
                if (condition.test(value)) {
                    return value;
                }
                last = value;
            } catch (UncheckedIOException e) {
                last = e;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Not within %.1f s: %s; at last: %s".formatted(within.toMillis() / 1000.0, what, last));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
