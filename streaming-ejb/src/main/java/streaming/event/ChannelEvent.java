package streaming.event;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Map;
import streaming.channel.ChannelJson;

/**
 * Something that the viewers of one channel see, as it travels between nodes. The body is what they are sent, by the
 * WebSocket contract.
 *
 * @param origin the session that it answers, and that gets it with its {@code ref}; null where it answers nobody
 * @param ref the client's own id of what it asked for; null where it gave none
 */
public record ChannelEvent(String channel, JsonObject body, String origin, String ref) {

    // Json's static methods look for a provider through the whole class path at each call.
    public static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    public ChannelEvent(String channel, JsonObject body) {
        this(channel, body, null, null);
    }

    public JsonObject toJson() {
        var json = JSON.createObjectBuilder().add("channel", channel).add("body", body);
        if (origin != null) {
            json.add("origin", origin);
        }
        if (ref != null) {
            json.add("ref", ref);
        }
        return json.build();
    }

    /** What a channel says of its stream. */
    public static ChannelEvent of(ChannelJson channel) {
        var tags = JSON.createArrayBuilder();
        channel.tags().forEach(tags::add);
        var body = JSON.createObjectBuilder()
                .add("type", "channel")
                .add("title", channel.title())
                .add("tags", tags);
        if (channel.category() != null) {
            body.add(
                    "category",
                    JSON.createObjectBuilder().add("slug", channel.category()).add("name", channel.categoryName()));
        }
        return new ChannelEvent(channel.name(), body.build());
    }

    public static ChannelEvent of(JsonObject json) {
        return new ChannelEvent(
                json.getString("channel"),
                json.getJsonObject("body"),
                json.getString("origin", null),
                json.getString("ref", null));
    }
}
