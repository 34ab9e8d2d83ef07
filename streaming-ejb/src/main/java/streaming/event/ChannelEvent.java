package streaming.event;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.Map;

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

    public static ChannelEvent of(JsonObject json) {
        return new ChannelEvent(
                json.getString("channel"),
                json.getJsonObject("body"),
                json.getString("origin", null),
                json.getString("ref", null));
    }
}
