package streaming.external;

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

/** Ends, from the start of a node on, the broadcasts that nobody renews. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeaseRound {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ExternalBroadcasts broadcasts;

    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "broadcast-leases", PAUSE, broadcasts::endLapsed);
    }

    @PreDestroy
    void stop() {
        background.close();
    }
}
