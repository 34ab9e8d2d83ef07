package streaming.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The one database: its pool, and its schema brought up to date before anything else starts. */
@DataSourceDefinition(
        name = Database.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=streaming.db.url}",
        user = "${MPCONFIG=streaming.db.user}",
        password = "${MPCONFIG=streaming.db.password}",
        initialPoolSize = 4,
        minPoolSize = 4,
        maxPoolSize = 32,
        properties = {"tcpKeepAlive=true", "prepareThreshold=1", "ApplicationName=streaming"})
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {

    public static final String NAME = "java:app/jdbc/streaming";

    @Resource(lookup = NAME)
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** The driver registers itself for the whole JVM; left there, it would hold the class loader of every redeploy. */
    @PreDestroy
    void deregisterDriver() {
        try {
            for (var driver : Collections.list(DriverManager.getDrivers())) {
                if (driver.getClass().getClassLoader() == Database.class.getClassLoader()) {
                    DriverManager.deregisterDriver(driver);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The JDBC driver could not be deregistered", e);
        }
    }
}
