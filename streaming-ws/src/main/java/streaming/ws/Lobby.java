package streaming.ws;

import static streaming.event.ChannelEvent.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import streaming.channel.ChannelJson;

/** Those who look at what is live: they get the whole list when they come and whenever it changes. */
@ApplicationScoped
public class Lobby {

    private final Set<Connection> members = ConcurrentHashMap.newKeySet();
    private volatile String frame = frame(List.of());

    void join(Connection connection) {
        connection.onCaughtUp(() -> connection.trySend(frame));
        members.add(connection);
        connection.trySend(frame);
    }

    void leave(Connection connection) {
        members.remove(connection);
    }

    void refresh(List<ChannelJson> live) {
        var now = frame(live);
        if (!now.equals(frame)) {
            frame = now;
            members.forEach(member -> member.trySend(now));
        }
    }

    private static String frame(List<ChannelJson> live) {
        var channels = JSON.createArrayBuilder();
        for (var channel : live) {
            var tags = JSON.createArrayBuilder();
            channel.tags().forEach(tags::add);
            var card = JSON.createObjectBuilder()
                    .add("name", channel.name())
                    .add("title", channel.title())
                    .add("startedAt", channel.startedAt().toString())
                    .add("viewers", channel.viewers())
                    .add("tags", tags);
            if (channel.categoryName() != null) {
                card.add("category", channel.categoryName());
            }
            if (channel.poster() != null) {
                card.add("preview", channel.poster());
            }
            channels.add(card);
        }
        return Frames.of(JSON.createObjectBuilder()
                .add("type", "channels")
                .add("channels", channels)
                .build());
    }
}
