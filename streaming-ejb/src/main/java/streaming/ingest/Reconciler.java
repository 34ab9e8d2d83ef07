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
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import streaming.broadcast.Broadcasts;
import streaming.broadcast.Fence;
import streaming.broadcast.OpenSegment;
import streaming.shared.Background;
import streaming.shared.SiteLock;

/**
 * Holds what the database believes against what nginx-rtmp does. Callbacks get lost when a part dies: what is open here
 * but not published there waits for its encoder, what is published there but not open here goes on if it was open before,
 * else it is cut.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciler {

    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private static final Duration PERIOD = Duration.ofSeconds(2);

    /** A publish that is younger may not be in both places yet. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /**
     * A playlist that is older has no packaging behind it. A segment ends at a keyframe, and encoders left to themselves
     * send one every 250 frames, ten seconds and more; nginx drops an encoder that falls silent long before this.
     */
    private static final Duration STALE_PLAYLIST = Duration.ofSeconds(30);

    /** A playlist that is younger is proof enough: after a reload the old worker goes on, and /stat does not know it. */
    private static final Duration FRESH_PLAYLIST = Duration.ofSeconds(8);

    /** So often in a row nothing may listen at a node before its encoders count as lost. */
    private static final int REFUSALS = 2;

    /** For so long a node may not answer: its network may be cut, and its encoders may send on. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    IngestNodes nodes;

    @Inject
    Broadcasts broadcasts;

    @Inject
    Ingest ingest;

    @Inject
    Proofs proofs;

    @Inject
    SiteLock siteLock;

    @Inject
    Clock clock;

    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, Instant> silentSince = new HashMap<>();
    private Background background;

    @PostConstruct
    void start() {
        background = Background.start(threads, "reconciler", PERIOD, this::reconcile);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    /** One node of the application at a time: the others find it done. */
    private void reconcile() {
        siteLock.alone("reconciler", () -> nodes.all().forEach(this::reconcile));
    }

    private void reconcile(IngestNode node) {
        try {
            var boot = node.boot();
            var publishers = node.publishers();
            var open = broadcasts.openSegments(node.name());
            refusals.remove(node.name());
            silentSince.remove(node.name());
            var seen = open.stream()
                    .map(segment -> prove(node, segment, boot, publishers))
                    .toList();
            proofs.keep(seen);
            seen.stream().filter(this::isLost).map(Proof::segment).forEach(this::lose);
            publishers.stream()
                    .filter(publisher -> isUnknown(publisher, open))
                    .forEach(publisher -> findOrCut(node, boot, publisher));
        } catch (ProcessingException | WebApplicationException e) {
            if (isGone(node, e)) {
                broadcasts.openSegments(node.name()).forEach(this::lose);
            }
        }
    }

    private Proof prove(IngestNode node, OpenSegment segment, String boot, List<RtmpStat.Publisher> publishers) {
        var published = segment.fence().boot().equals(boot)
                && publishers.stream()
                        .anyMatch(publisher ->
                                publisher.clientId() == segment.fence().clientId());
        return new Proof(
                segment,
                segment.fence().boot().equals(boot),
                published,
                node.playlistWrittenAt(segment.channel()).orElse(null));
    }

    private boolean isLost(Proof proof) {
        var now = clock.instant();
        var age = Duration.between(proof.segment().startedAt(), now);
        if (age.compareTo(SETTLING) < 0) {
            return false;
        }
        if (!proof.sameBoot()) {
            return true;
        }
        return proof.published()
                ? age.compareTo(STALE_PLAYLIST) > 0 && !proof.isWrittenSince(now.minus(STALE_PLAYLIST))
                : !proof.isWrittenSince(now.minus(FRESH_PLAYLIST));
    }

    /** Whether nothing listens there, or nothing has been heard of it for long. */
    private boolean isGone(IngestNode node, RuntimeException failure) {
        var now = clock.instant();
        var since = silentSince.merge(node.name(), now, (first, again) -> first);
        if (since.equals(now)) {
            LOG.log(Level.WARNING, "Ingest node {0} is out of reach: {1}", node.name(), failure.getMessage());
        }
        if (!(failure.getCause() instanceof ConnectException)) {
            refusals.remove(node.name());
            return since.isBefore(now.minus(SILENCE));
        }
        return refusals.merge(node.name(), 1, Integer::sum) >= REFUSALS;
    }

    private static boolean isUnknown(RtmpStat.Publisher publisher, List<OpenSegment> open) {
        return publisher.age() > SETTLING.toMillis()
                && open.stream().noneMatch(segment -> segment.fence().clientId() == publisher.clientId());
    }

    private void lose(OpenSegment segment) {
        LOG.log(Level.INFO, "{0} lost its encoder", segment.channel());
        ingest.lost(segment.fence());
    }

    private void findOrCut(IngestNode node, String boot, RtmpStat.Publisher publisher) {
        if (ingest.found(new Fence(node.name(), boot, publisher.clientId()))) {
            LOG.log(Level.INFO, "{0} has its encoder after all", publisher.stream());
            return;
        }
        LOG.log(Level.INFO, "{0} is published but not live: cut", publisher.stream());
        node.drop(publisher);
    }
}
