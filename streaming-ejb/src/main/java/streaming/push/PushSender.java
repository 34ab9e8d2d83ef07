package streaming.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import streaming.shared.Background;
import streaming.shared.ServerSecret;

/**
 * Sends the pushes that are due, some at once. A node that dies between the push service's yes and our note of it has sent
 * one that another node sends again when the lease is over; its topic and its tag make it replace the first one.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushSender {

    private static final Logger LOG = System.getLogger(PushSender.class.getName());
    private static final int AT_ONCE = 16; // each needs a connection to the database for its note

    @Resource
    ManagedThreadFactory threads;

    @Inject
    PushConfig config;

    @Inject
    PushKeys keys;

    @Inject
    Pushes pushes;

    @Inject
    ServerSecret secret;

    @Inject
    Clock clock;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private ExecutorService pool;
    private PushService service;
    private VAPIDKeyPair pair;
    private Background sending;
    private Background purging;

    @PostConstruct
    void start() {
        pool = Executors.newCachedThreadPool(threads);
        service = new PushService(config, secret, pool, clock);
        sending = Background.start(threads, "push-sender", Duration.ofSeconds(1), this::sendWhatIsDue);
        purging = Background.start(threads, "push-purge", Duration.ofMinutes(10), pushes::purge);
    }

    @PreDestroy
    void stop() {
        sending.close();
        purging.close();
        pool.shutdownNow();
        service = null; // its client ends once nobody knows it
    }

    private void sendWhatIsDue() throws InterruptedException {
        if (!config.enabled()) {
            return;
        }
        if (pair == null) {
            pair = keys.get();
        }
        List<DuePush> due;
        do {
            due = claim();
            due.forEach(push -> pool.execute(() -> send(push)));
        } while (!due.isEmpty());
    }

    /** As many as there are places for; each takes one until it is sent. */
    private List<DuePush> claim() throws InterruptedException {
        free.acquire();
        var places = 1 + free.drainPermits();
        List<DuePush> due = List.of();
        try {
            due = pushes.claim(places);
        } finally {
            free.release(places - due.size());
        }
        return due;
    }

    private void send(DuePush push) {
        try {
            pushes.settle(push, service.send(push, pair));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the application stops: another node has it when the lease is over
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A " + push + " failed, and is tried again", e);
        } finally {
            free.release();
        }
    }
}
