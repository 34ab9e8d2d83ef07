package streaming;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many at once, each with a connection and a transaction of their own, as many requests have them. */
public final class Crowd {

    private Crowd() {}

    /** Runs all of it in so many threads; fails if one fails. */
    public static void run(TestDatabase database, int threads, List<Consumer<EntityManager>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var parts = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(part -> () -> {
                        for (int i = part; i < work.size(); i += threads) {
                            inTransaction(database, work.get(i));
                        }
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(parts)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("One of many failed", e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private static void inTransaction(TestDatabase database, Consumer<EntityManager> work) {
        try (var entityManager = database.newEntityManager()) {
            entityManager.getTransaction().begin();
            work.accept(entityManager);
            entityManager.getTransaction().commit();
        }
    }
}
