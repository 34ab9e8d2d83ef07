package streaming.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The best rated channels, in memory: the front page shows them to everybody. Ratings may be half a minute old; who of
 * them is live, and how many watch, is as {@link LiveChannels} has it.
 */
@ApplicationScoped
public class TopRated {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int MOST = 8;
    private static final ChannelFilter BEST =
            new ChannelFilter(null, null, null, null, null, ChannelSort.RATING, 0, MOST, null);

    @Inject
    Channels channels;

    @Inject
    LiveChannels live;

    @Inject
    Clock clock;

    private List<ChannelJson> best = List.of();
    private Instant readAt = Instant.MIN;

    /** What may be shown has changed, here or on another node. */
    public synchronized void outdate() {
        readAt = Instant.MIN;
    }

    /** The best first; none that nobody has rated. */
    public List<ChannelJson> now() {
        var onAir = live.now();
        return rated(onAir).stream()
                .map(channel -> onAir.find(channel.name()).orElse(channel))
                .toList();
    }

    private synchronized List<ChannelJson> rated(LiveSnapshot onAir) {
        var agrees = best.stream()
                .allMatch(
                        channel -> channel.live() == onAir.find(channel.name()).isPresent());
        if (!agrees || !clock.instant().isBefore(readAt.plus(GOOD_FOR))) {
            readAt = clock.instant();
            best = channels.list(BEST).items().stream()
                    .filter(channel -> channel.rating() != null)
                    .toList();
        }
        return best;
    }
}
