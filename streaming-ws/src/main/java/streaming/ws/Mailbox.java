package streaming.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does what is posted one after another, without a thread of its own: whoever raises the count from zero works until it
 * is back at zero, so what is posted meanwhile is taken together and nobody waits.
 */
final class Mailbox<T> {

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Consumer<List<T>> worker;

    Mailbox(Consumer<List<T>> worker) {
        this.worker = worker;
    }

    void post(T item) {
        waiting.add(item);
        if (count.getAndIncrement() > 0) {
            return;
        }
        int taken = 1;
        do {
            var batch = new ArrayList<T>(taken);
            for (int i = 0; i < taken; i++) {
                batch.add(waiting.remove());
            }
            worker.accept(batch);
            taken = count.addAndGet(-taken);
        } while (taken > 0);
    }
}
