package streaming.signin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import streaming.shared.Background;

/**
 * Hears from PostgreSQL (LISTEN) which sign-in ended and whose standing changed, as it commits, whichever node or
 * administrator did it; see the triggers of V5__sign_ins.sql. It needs a connection of its own, for as long as the
 * application runs.
 */
@Singleton
@Startup
@DependsOn("Database") // the triggers must be there
public class StandingFeed {

    private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();
    private static final String SIGN_IN = "sign-in ";
    private static final String ACCOUNT = "account ";

    @Resource
    ManagedThreadFactory threads;

    @Inject
    KnownSignIns known;

    @Inject
    @ConfigProperty(name = "streaming.db.url")
    String url;

    @Inject
    @ConfigProperty(name = "streaming.db.user")
    String user;

    @Inject
    @ConfigProperty(name = "streaming.db.password")
    String password;

    private Background background;

    @PostConstruct
    void start() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "streaming-standing");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", "10"); // seconds: a server that is gone without a word
        background = Background.start(threads, "standing-feed", Duration.ofSeconds(1), () -> listen(properties));
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void listen(Properties properties) {
        try (var connection = new Driver().connect(url, properties);
                var statement = connection.createStatement()) {
            statement.execute("listen standing");
            known.trust(true);
            while (!Thread.currentThread().isInterrupted()) {
                hear(connection);
                statement.execute(""); // says whether the server is still there
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell who signs out", e);
        } finally {
            known.trust(false);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var told = connection.unwrap(PGConnection.class).getNotifications(PATIENCE);
        for (var notification : told) {
            var text = notification.getParameter();
            if (text.startsWith(SIGN_IN)) {
                known.forgetSignIn(UUID.fromString(text.substring(SIGN_IN.length())));
            } else if (text.startsWith(ACCOUNT)) {
                known.forgetAccount(Long.parseLong(text.substring(ACCOUNT.length())));
            }
        }
    }
}
