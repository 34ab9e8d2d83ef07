package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import streaming.audience.Views;
import streaming.audience.Views.View;
import streaming.channel.ChannelJson;

/**
 * Who of this node's viewers is counted as a view of what is live. It only spares the database what it knows already: a
 * node that forgets it tells it again, and nobody counts twice.
 */
@ApplicationScoped
public class ViewTally {

    @Inject
    Rooms rooms;

    @Inject
    Views views;

    private Map<String, Counted> countedByChannel = new HashMap<>();

    private record Counted(Instant startedAt, Set<String> viewerIds) {}

    /** Counts who has come to a live channel since the last time, all by one statement; only Pulse's thread calls it. */
    void count(List<ChannelJson> live) {
        var counted = live.stream().collect(Collectors.toMap(ChannelJson::name, this::before));
        var seen = new ArrayList<View>();
        counted.forEach((channel, before) -> rooms.viewersOf(channel).stream()
                .filter(viewer -> !before.viewerIds().contains(viewer))
                .forEach(viewer -> seen.add(new View(channel, viewer))));
        if (!seen.isEmpty()) {
            views.count(seen);
            seen.forEach(view -> counted.get(view.channel()).viewerIds().add(view.viewerId()));
        }
        countedByChannel = counted;
    }

    private Counted before(ChannelJson channel) {
        var before = countedByChannel.get(channel.name());
        return before != null && before.startedAt().equals(channel.startedAt())
                ? before
                : new Counted(channel.startedAt(), new HashSet<>());
    }
}
