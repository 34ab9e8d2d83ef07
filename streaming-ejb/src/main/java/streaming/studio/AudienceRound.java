package streaming.studio;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import streaming.audience.Audience;
import streaming.shared.Background;

/** Looks every few seconds who watches, and once a minute keeps it. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AudienceRound {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Audience audience;

    @Inject
    BroadcastMinutes minutes;

    @Inject
    Clock clock;

    private final AudienceTally tally = new AudienceTally();
    private Instant minute;
    private Background background;

    @PostConstruct
    void start() {
        minute = minuteNow();
        background = Background.start(threads, "audience-minutes", PAUSE, this::round);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void round() {
        var now = minuteNow();
        if (now.isAfter(minute)) {
            var over = minute;
            minute = now; // a minute that the database does not take is lost
            minutes.keep(over, tally.take());
        }
        tally.add(audience.totals());
    }

    private Instant minuteNow() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
