package streaming.ws;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does what is posted one after another, without a thread of its own: whoever raises the count from zero works until it
 * is back at zero, so what is posted meanwhile is taken together and nobody waits.
 */
final class Mailbox<T> {

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Consumer<T> worker;
    private final Runnable afterEachBatch;

    /** What to do with each thing, and once after those that were taken together. */
    Mailbox(Consumer<T> worker, Runnable afterEachBatch) {
        this.worker = worker;
        this.afterEachBatch = afterEachBatch;
    }

    void post(T item) {
        waiting.add(item);
        if (count.getAndIncrement() > 0) {
            return;
        }
        int taken = 1;
        do {
            for (int i = 0; i < taken; i++) {
                var next = waiting.remove();
                attempt(() -> worker.accept(next));
            }
            attempt(afterEachBatch);
            taken = count.addAndGet(-taken);
        } while (taken > 0);
    }

    // Left to fly, a fault would stop the mailbox for good: the count would never be zero again.
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "What was posted could not be done", e);
        }
    }
}
