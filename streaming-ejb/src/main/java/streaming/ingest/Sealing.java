package streaming.ingest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import streaming.shared.Background;
import streaming.shared.Database;
import streaming.shared.SiteLock;

/**
 * Sees to it that what is not for everybody is encrypted, also where its owner decides so while it is live. It looks at
 * what the nodes do, and so goes on wherever a part was killed. The other way a stream goes with its next start alone:
 * what has keys stays readable by them.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealing {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final String PROTECTED = """
            select c.name from broadcasts b join channels c on c.id = b.channel_id
            where b.ended_at is null and c.visibility not in ('public', 'unlisted')
            """;

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    IngestNodes nodes;

    @Inject
    SiteLock siteLock;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "sealing", PERIOD, () -> siteLock.alone("sealing", this::round));
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void round() {
        var live = live();
        if (!live.isEmpty()) {
            nodes.seal(live);
        }
    }

    private Set<String> live() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PROTECTED);
                var rows = statement.executeQuery()) {
            var live = new HashSet<String>();
            while (rows.next()) {
                live.add(rows.getString(1));
            }
            return live;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say what is to be encrypted", e);
        }
    }
}
