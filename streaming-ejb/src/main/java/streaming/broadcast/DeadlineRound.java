package streaming.broadcast;

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
import java.time.Duration;
import streaming.shared.Background;

/** Looks each second, from the start of a node on, for broadcasts whose time is over. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadlineRound {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Deadlines deadlines;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "broadcast-deadlines", PAUSE, deadlines::endOver);
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
