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

    /** For so long nginx keeps a playlist that nobody writes any more. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private record End(Instant at, Instant due, boolean erase) {

        End eraseToo(End other) {
            return new End(at, due, erase || other.erase);
        }

        End again(Instant now) {
            return new End(at, now.plus(AGAIN), erase);
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
        broadcasts.endedSince(clock.instant().minus(KEPT)).forEach(channel -> add(channel, false));
        background = Background.start(threads, "ended-playlists", PAUSE, this::work);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LiveChanged change) {
        if (change.live()) {
            pending.remove(change.channel());
        } else {
            add(change.channel(), false);
        }
    }

    public void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) Banned banned) {
        add(banned.username(), true);
    }

    public void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDeleted deleted) {
        add(deleted.username(), true);
    }

    private void add(String channel, boolean erase) {
        var now = clock.instant();
        pending.merge(channel, new End(now, now.plus(SETTLING), erase), End::eraseToo);
    }

    private void work() {
        var now = clock.instant();
        pending.forEach((channel, end) -> {
            if (end.due().isAfter(now)) {
                return;
            }
            var done = end.erase() ? nodes.erase(channel) : nodes.endPlaylist(channel);
            if (done || end.at().isBefore(now.minus(KEPT))) {
                pending.remove(channel, end);
            } else {
                pending.replace(channel, end, end.again(now));
            }
        });
    }
}
