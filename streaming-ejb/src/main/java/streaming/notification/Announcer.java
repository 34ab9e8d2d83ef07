package streaming.notification;

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
import streaming.audience.Views;
import streaming.shared.Background;

/** Looks each second whether followers are to be told of a broadcast, and now and then for what is old. */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Announcer {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Announcements announcements;

    @Inject
    Notifications notifications;

    @Inject
    Digests digests;

    @Inject
    Views views;

    private Background telling;
    private Background tidying;

    @PostConstruct
    void start() {
        telling = Background.start(threads, "announcer", Duration.ofSeconds(1), this::tell);
        tidying = Background.start(threads, "notification-purge", Duration.ofMinutes(10), this::tidy);
    }

    @PreDestroy
    void stop() {
        telling.close();
        tidying.close();
    }

    private void tell() {
        while (announcements.tell() == Announcements.MOST
                && !Thread.currentThread().isInterrupted()) {
            // as long as more wait than one statement takes
        }
    }

    private void tidy() {
        notifications.purge();
        views.forget();
        while (digests.writeOne() && !Thread.currentThread().isInterrupted()) {
            // as long as one is due
        }
    }
}
