package streaming.limit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import streaming.shared.Background;
import streaming.shared.Database;

/** Every ten minutes, the counts go that limit nobody any more. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
public class LimitPurge {

    private static final List<String> PURGES =
            List.of("delete from rate_limits where empty_at < ?", "delete from failed_attempts where forgotten_at < ?");

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "limit-purge", Duration.ofMinutes(10), this::purge);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void purge() {
        try (var connection = dataSource.getConnection()) {
            for (var sql : PURGES) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Old counts could not be dropped", e);
        }
    }
}
