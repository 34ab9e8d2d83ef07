package streaming.ingest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import streaming.account.AccountDeleted;
import streaming.broadcast.Broadcasts;
import streaming.broadcast.LiveChanged;
import streaming.moderation.Banned;
import streaming.shared.Background;

/**
 * Tells players that a stream is over, which nginx-rtmp never does: what it leaves behind becomes a playlist with an end
 * ({@code EXT-X-ENDLIST}, RFC 8216 §4.3.3.4), and what a banned streamer sent goes altogether.
 *
 * <p>What is still to do is in memory: a node that is killed finds it again as it starts, and nginx deletes each playlist
 * five minutes after its last segment in any case.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndedPlaylists {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The last segment is written after the encoder's end was told; an encoder that is back by then keeps its playlist. */
    private static final Duration SETTLING = Duration.ofMillis(600);

    /** Until a node that did not do it is asked again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** Players that are there have asked by then; for all others the stream is not there any more. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    /** For so long nginx keeps a playlist that nobody writes any more. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private enum Task {
        END,
        FORGET,
        ERASE
    }

    private record End(Instant at, Instant due, Task task) {

        /** What is erased needs no end. */
        End or(End other) {
            return task == Task.ERASE ? this : other;
        }
    }

    @Resource
    ManagedThreadFactory threads;

    @Inject
    IngestNodes nodes;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Clock clock;

    private final Map<String, End> pending = new ConcurrentHashMap<>();
    private Background background;

    @PostConstruct
    void start() {
        broadcasts.endedSince(clock.instant().minus(KEPT)).forEach(channel -> add(channel, Task.END));
        background = Background.start(threads, "ended-playlists", PAUSE, this::work);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveChanged change) {
        if (change.live()) {
            // what the broadcast before left goes at once: the next one has no playlist yet
            pending.computeIfPresent(
                    change.channel(),
                    (channel, end) -> end.task() == Task.FORGET ? soon(Task.FORGET, Duration.ZERO) : null);
        } else {
            add(change.channel(), Task.END);
        }
    }

    public void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) Banned banned) {
        add(banned.username(), Task.ERASE);
    }

    public void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        add(deleted.username(), Task.ERASE);
    }

    private void add(String channel, Task task) {
        pending.merge(channel, soon(task, SETTLING), End::or);
    }

    private End soon(Task task, Duration wait) {
        var now = clock.instant();
        return new End(now, now.plus(wait), task);
    }

    private void work() {
        var now = clock.instant();
        pending.forEach((channel, end) -> {
            if (!end.due().isAfter(now)) {
                next(channel, end, now);
            }
        });
    }

    private void next(String channel, End end, Instant now) {
        if (!isDone(channel, end.task()) && end.at().isAfter(now.minus(KEPT))) {
            pending.replace(channel, end, new End(end.at(), now.plus(AGAIN), end.task()));
        } else if (end.task() == Task.END) {
            pending.replace(channel, end, soon(Task.FORGET, SHOWN));
        } else {
            pending.remove(channel, end);
        }
    }

    private boolean isDone(String channel, Task task) {
        return switch (task) {
            case END -> nodes.endPlaylist(channel);
            case FORGET -> nodes.forgetPlaylist(channel);
            case ERASE -> nodes.erase(channel);
        };
    }
}
