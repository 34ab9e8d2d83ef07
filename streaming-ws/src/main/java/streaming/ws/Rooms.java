package streaming.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import streaming.audience.Audience;
import streaming.channel.ChannelJson;
import streaming.channel.Channels;
import streaming.chat.ChatHistory;
import streaming.chat.ChatMessageJson;
import streaming.event.ChannelEvent;

/** The rooms of this node: there while somebody is in them. */
@ApplicationScoped
public class Rooms {

    private static final int LINES_ON_JOINING = 100;

    @Inject
    Channels channels;

    @Inject
    ChatHistory history;

    @Inject
    Audience audience;

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    Room join(String channel, Connection connection) {
        var joined = rooms.compute(channel, (name, room) -> {
            var open = room == null ? open(name) : room;
            open.admit(connection);
            return open;
        });
        joined.join(connection);
        return joined;
    }

    void leave(String channel, Connection connection) {
        rooms.computeIfPresent(channel, (name, room) -> {
            room.leave(connection);
            return room.isEmpty() ? null : room;
        });
    }

    void receive(ChannelEvent event) {
        var room = rooms.get(event.channel());
        if (room != null) {
            room.receive(event);
        }
    }

    void signOut(String username) {
        rooms.values().forEach(room -> room.signOut(username));
    }

    void forget(String username) {
        rooms.values().forEach(room -> room.forget(username));
    }

    /** The channels that somebody is connected to here. */
    Set<String> channels() {
        return rooms.keySet();
    }

    /** Who is connected to this channel, here. */
    Set<Connection> presentIn(String channel) {
        var room = rooms.get(channel);
        return room == null ? Set.of() : room.present();
    }

    /** Distinct viewers on this node, by channel. */
    Map<String, Integer> viewers() {
        var viewers = new HashMap<String, Integer>();
        rooms.forEach((channel, room) -> viewers.put(channel, room.audience()));
        return viewers;
    }

    /** The ids of those who are in this channel's room, here. */
    Set<String> viewersOf(String channel) {
        var room = rooms.get(channel);
        return room == null ? Set.of() : room.viewerIds();
    }

    /** Takes what is live by the database, and who watches by the leases. */
    void refresh(Map<String, ChannelJson> live, Map<String, Integer> viewers, Instant now) {
        rooms.forEach((channel, room) -> room.refresh(
                live.containsKey(channel) ? OnAir.of(live.get(channel)) : OnAir.OFF,
                viewers.getOrDefault(channel, 0),
                now));
    }

    private Room open(String name) {
        var channel = channels.get(name);
        long id = channels.findId(name).orElseThrow();
        var lines = history.before(id, Long.MAX_VALUE, LINES_ON_JOINING).stream()
                .map(ChatMessageJson::toEvent)
                .toList();
        var recent = new RecentLines(lines, (seq, limit) -> history.after(id, seq, limit).stream()
                .map(ChatMessageJson::toEvent)
                .toList());
        return new Room(id, ChannelEvent.of(channel), recent, OnAir.of(channel), audience.of(name));
    }
}
