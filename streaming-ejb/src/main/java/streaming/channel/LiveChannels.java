package streaming.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import streaming.access.VisibilityChanged;
import streaming.catalog.CatalogChanged;
import streaming.catalog.Merges;

/**
 * What is live, in memory: the list that everybody asks for costs no statement of its own. What changes it makes it out of
 * date; whoever asks next has it read anew, once for all who wait. Viewers' counts are of the last second.
 */
@ApplicationScoped
public class LiveChannels {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    @Inject
    Channels channels;

    @Inject
    Merges merges;

    @Inject
    Clock clock;

    private volatile LiveSnapshot snapshot;
    private volatile Instant readAt = Instant.MIN;
    private volatile boolean outdated;

    /** Something that the list shows has changed, here or on another node. */
    public void outdate() {
        outdated = true;
    }

    public void edited(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelEdited edited) {
        outdate();
    }

    public void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisibilityChanged changed) {
        outdate();
    }

    public void renamed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CatalogChanged changed) {
        outdate();
    }

    public LiveSnapshot now() {
        return isGood() ? snapshot : readUnlessGood();
    }

    /** Reads it anew. */
    public synchronized LiveSnapshot refresh() {
        outdated = false; // before it is read: what changes meanwhile counts
        readAt = clock.instant();
        var live = channels.live();
        var merged = merges.all();
        if (snapshot == null || !snapshot.isOf(live, merged)) {
            snapshot = new LiveSnapshot(live, merged);
        }
        return snapshot;
    }

    private synchronized LiveSnapshot readUnlessGood() {
        return isGood() ? snapshot : refresh();
    }

    private boolean isGood() {
        return snapshot != null && !outdated && clock.instant().isBefore(readAt.plus(GOOD_FOR));
    }
}
