package streaming.ws;

import static streaming.event.ChannelEvent.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import streaming.audience.Audience;
import streaming.audience.AudienceLease;
import streaming.channel.ChannelJson;
import streaming.channel.LiveChannels;
import streaming.event.Outbox;
import streaming.shared.Background;

/** Each second: leases this node's viewer counts to all, and tells its viewers what has changed. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pulse {

    /** How long a node's counts are good; two renewals may get lost. */
    static final Duration LEASE = Duration.ofSeconds(3);

    /** So many seconds after somebody may no longer watch, they are out of the room. */
    private static final int ACCESS_EVERY = 3;

    private final String node = UUID.randomUUID().toString();
    private Background background;
    private int beats;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Connections connections;

    @Inject
    Rooms rooms;

    @Inject
    Lobby lobby;

    @Inject
    Bells bells;

    @Inject
    ViewTally views;

    @Inject
    ShutOut shutOut;

    @Inject
    Audience audience;

    @Inject
    Outbox outbox;

    @Inject
    LiveChannels channels;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        background = Background.start(threads, "pulse", Duration.ofSeconds(1), this::beat);
    }

    @PreDestroy
    void stop() {
        background.close();
    }

    private void beat() {
        lease(rooms.viewers());
        var snapshot = channels.refresh();
        var live = snapshot.all();
        rooms.refresh(
                live.stream().collect(Collectors.toMap(ChannelJson::name, Function.identity())),
                audience.totals(),
                clock.instant());
        lobby.refresh(snapshot.channels());
        connections.checkAlive();
        bells.ring();
        views.count(live);
        if (++beats % ACCESS_EVERY == 0) {
            shutOut.round();
        }
    }

    private void lease(Map<String, Integer> viewers) {
        audience.renew(node, new AudienceLease(viewers, clock.instant().plus(LEASE)));
        var counts = JSON.createObjectBuilder();
        viewers.forEach(counts::add);
        outbox.publish(JSON.createObjectBuilder()
                .add("node", node)
                .add("viewers", counts)
                .build());
    }
}
