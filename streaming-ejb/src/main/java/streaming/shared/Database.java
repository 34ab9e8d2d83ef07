package streaming.shared;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/** The one database: its pool, and its schema brought up to date before anything else starts. */
@DataSourceDefinition(
        name = Database.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=streaming.db.url}",
        user = "${MPCONFIG=streaming.db.user}",
        password = "${MPCONFIG=streaming.db.password}",
        initialPoolSize = 4,
        minPoolSize = 4,
        maxPoolSize = 16,
        // The server's timer thread holds on to the pool it will look after next, deployed or not. Let that be its own
        // JMS pool, which it looks after every 300 seconds.
        maxIdleTime = 3600,
        properties = {
            "tcpKeepAlive=true",
            "prepareThreshold=1",
            "ApplicationName=streaming",
            // After PostgreSQL was away, the pool notices within two seconds and throws its dead connections out.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=2",
            "fish.payara.fail-all-connections=true"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {

    public static final String NAME = "java:app/jdbc/streaming";

    @Resource(lookup = NAME)
    DataSource dataSource;

    @PersistenceUnit
    EntityManagerFactory persistence;

    @PostConstruct
    void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /**
     * Takes back what would hold the class loader of every redeploy in the server: the driver registers itself for the
     * whole JVM, Flyway reads its configuration with the server's Jackson, which remembers the types it read, and
     * Hibernate ties what it knows to the server's annotation types. Bean Validation has the server look for persistence
     * providers, which it remembers softly, for minutes.
     */
    @PreDestroy
    void leaveNothingInTheServer() {
        AnnotationCache.forget(persistence);
        PersistenceProviderResolverHolder.getPersistenceProviderResolver().clearCachedProviders();
        TypeFactory.defaultInstance().clearCache();
        try {
            if (Driver.isRegistered()) {
                Driver.deregister();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The JDBC driver could not be deregistered", e);
        }
    }
}
