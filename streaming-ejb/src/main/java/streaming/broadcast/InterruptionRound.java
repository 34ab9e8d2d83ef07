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

/** Looks each second, from the start of a node on, for broadcasts that have waited for too long. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InterruptionRound {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Interruptions interruptions;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "interruptions", PAUSE, interruptions::endOver);
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
