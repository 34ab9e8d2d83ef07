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
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import streaming.broadcast.Broadcasts;
import streaming.broadcast.OpenSegment;
import streaming.shared.Background;

/**
 * Holds what the database believes against what nginx-rtmp does. Callbacks get lost when a part dies: what is open here
 * but not published there is ended, what is published there but not open here is cut.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciler {

    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** A publish that is younger may not be in both places yet. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /**
     * A playlist that is older has no packaging behind it. A segment ends at a keyframe, and encoders left to themselves
     * send one every 250 frames, ten seconds and more; nginx drops an encoder that falls silent long before this.
     */
    private static final Duration STALE_PLAYLIST = Duration.ofSeconds(30);

    /** So many times in a row a node may be out of reach before its broadcasts end. */
    private static final int PATIENCE = 2;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    IngestNodes nodes;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Clock clock;

    private final Map<String, Integer> missed = new HashMap<>();
    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "reconciler", PERIOD, this::reconcile);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void reconcile() {
        nodes.all().forEach(this::reconcile);
    }

    private void reconcile(IngestNode node) {
        try {
            var boot = node.boot();
            var publishers = node.publishers();
            var open = broadcasts.openSegments(node.name());
            missed.remove(node.name());
            open.stream()
                    .filter(segment -> isDead(node, segment, boot, publishers))
                    .forEach(this::end);
            publishers.stream()
                    .filter(publisher -> isUnknown(publisher, open))
                    .forEach(publisher -> cut(node, publisher));
        } catch (ProcessingException | WebApplicationException e) {
            if (missed.merge(node.name(), 1, Integer::sum) == PATIENCE) {
                LOG.log(Level.WARNING, "Ingest node {0} is out of reach: {1}", node.name(), e.getMessage());
            }
            if (missed.get(node.name()) >= PATIENCE) {
                broadcasts.openSegments(node.name()).forEach(this::end);
            }
        }
    }

    private boolean isDead(IngestNode node, OpenSegment segment, String boot, List<RtmpStat.Publisher> publishers) {
        var age = Duration.between(segment.startedAt(), clock.instant());
        if (age.compareTo(SETTLING) < 0) {
            return false;
        }
        var published = segment.fence().boot().equals(boot)
                && publishers.stream()
                        .anyMatch(publisher ->
                                publisher.clientId() == segment.fence().clientId());
        return !published || (age.compareTo(STALE_PLAYLIST) > 0 && !isWritten(node, segment.channel()));
    }

    private boolean isWritten(IngestNode node, String channel) {
        Instant oldest = clock.instant().minus(STALE_PLAYLIST);
        return node.playlistWrittenAt(channel).filter(oldest::isBefore).isPresent();
    }

    private static boolean isUnknown(RtmpStat.Publisher publisher, List<OpenSegment> open) {
        return publisher.age() > SETTLING.toMillis()
                && open.stream().noneMatch(segment -> segment.fence().clientId() == publisher.clientId());
    }

    private void end(OpenSegment segment) {
        LOG.log(Level.INFO, "{0} lost its encoder: ended", segment.channel());
        broadcasts.end(segment.broadcastId());
    }

    private static void cut(IngestNode node, RtmpStat.Publisher publisher) {
        LOG.log(Level.INFO, "{0} is published but not live: cut", publisher.stream());
        node.drop(publisher);
    }
}
