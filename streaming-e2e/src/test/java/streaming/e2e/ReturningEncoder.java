package streaming.e2e;

import java.util.concurrent.atomic.AtomicInteger;

/** An encoder that comes back at once when it is refused, as OBS does. */
final class ReturningEncoder implements AutoCloseable {

    private final AtomicInteger tries = new AtomicInteger();
    private final Thread thread;

    ReturningEncoder(String address) {
        thread = new Thread(() -> comeBack(address), "returning-encoder");
        thread.start();
    }

    /** How often it has tried so far. */
    int tries() {
        return tries.get();
    }

    private void comeBack(String address) {
        while (!Thread.currentThread().isInterrupted()) {
            tries.incrementAndGet();
            try (var encoder = Encoder.publish(address)) {
                encoder.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // close() said so
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
