package streaming;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real PostgreSQL with the real schema, one server for all test classes, emptied before each test. Hibernate
 * validates the entities against what Flyway made.
 */
public final class TestDatabase implements BeforeEachCallback, AfterEachCallback {

    private static final EmbeddedPostgres SERVER = start();
    private static final EntityManagerFactory FACTORY = Persistence.createEntityManagerFactory(
            "streaming",
            Map.of(
                    "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.nonJtaDataSource", SERVER.getPostgresDatabase(),
                    "hibernate.connection.datasource", SERVER.getPostgresDatabase(),
                    "hibernate.transaction.coordinator_class", "jdbc",
                    "hibernate.hbm2ddl.auto", "validate",
                    "hibernate.generate_statistics", "true",
                    "jakarta.persistence.validation.mode", "none"));

    private EntityManager entityManager;

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.start();
            Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        entityManager = FACTORY.createEntityManager();
        inTransaction(() -> entityManager
                .createNativeQuery(
                        "truncate accounts, chat_sequences, mails, retired_names, spent_captchas, rate_limits, failed_attempts,"
                                + " categories, tags, push_keys"
                                + " restart identity cascade")
                .executeUpdate());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        entityManager.close();
    }

    public EntityManager entityManager() {
        return entityManager;
    }

    /** One more connection, as another node has; whoever asked closes it. */
    public EntityManager newEntityManager() {
        return FACTORY.createEntityManager();
    }

    public DataSource dataSource() {
        return SERVER.getPostgresDatabase();
    }

    /** What a public method of a stateless bean is in the container. */
    public <T> T inTransaction(Supplier<T> work) {
        var transaction = entityManager.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            transaction.commit();
            return result;
        } catch (RuntimeException e) {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            throw e;
        } finally {
            entityManager.clear();
        }
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** How many statements Hibernate has sent so far. */
    public long statements() {
        return FACTORY.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }

    /** The one number that a query gives. */
    public long count(String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
