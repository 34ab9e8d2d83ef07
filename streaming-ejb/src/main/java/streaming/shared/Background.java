package streaming.shared;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that goes on beside the requests, in a thread of the application's own. A thread of the server's pools would
 * outlive the application: what it holds of an invocation that an undeployment cut short would keep the class loader.
 */
public final class Background implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Background.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What is done again and again; it may wait, and ends when it is interrupted. */
    public interface Work {
        void run() throws InterruptedException;
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    private Background(ManagedThreadFactory threads, String name, Duration pause, Work work) {
        thread = threads.newThread(() -> repeat(pause, work));
        thread.setName(name);
        thread.start();
    }

    /** Starts to work; between two times it pauses. It goes on after a fault, which is said once. */
    public static Background start(ManagedThreadFactory threads, String name, Duration pause, Work work) {
        return new Background(threads, name, pause, work);
    }

    /** Interrupts the work and waits until it has ended. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Duration pause, Work work) {
        try {
            do {
                runOnce(work);
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() said so
        }
    }

    private void runOnce(Work work) throws InterruptedException {
        try {
            work.run();
            if (failing) {
                LOG.log(Level.INFO, "{0} works again", thread.getName());
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && closed.getCount() > 0) {
                LOG.log(Level.WARNING, thread.getName() + " fails, and is tried again", e);
            }
            failing = true;
        }
    }
}
