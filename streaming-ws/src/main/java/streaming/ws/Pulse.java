package streaming.ws;

import static streaming.event.ChannelEvent.JSON;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
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
import streaming.channel.Channels;
import streaming.event.Outbox;
import streaming.shared.Recurring;

/** Each second: leases this node's viewer counts to all, and tells its viewers what has changed. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pulse {

    /** How long a node's counts are good; two renewals may get lost. */
    static final Duration LEASE = Duration.ofSeconds(3);

    private final String node = UUID.randomUUID().toString();
    private final Recurring recurring = new Recurring("The pulse");

    @Inject
    Rooms rooms;

    @Inject
    Lobby lobby;

    @EJB
    Audience audience;

    @EJB
    Outbox outbox;

    @Inject
    Channels channels;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void beat() {
        recurring.run(this::tell);
    }

    private void tell() {
        lease(rooms.viewers());
        var live = channels.live();
        rooms.refresh(
                live.stream().collect(Collectors.toMap(ChannelJson::name, Function.identity())),
                audience.totals(),
                clock.instant());
        lobby.refresh(live);
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
