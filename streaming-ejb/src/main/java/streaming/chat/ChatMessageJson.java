package streaming.chat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import streaming.event.ChannelEvent;

/** A line that is written. {@code seq} counts from 1 in each channel, without gaps. */
public record ChatMessageJson(long seq, UUID id, String from, String text, Instant at) {

    /** Stands for whoever deleted their account: a name that nobody can have. */
    public static final String DELETED = "deleted";

    /** The {@code chat} event of the WebSocket contract. */
    public JsonObject toEvent() {
        return ChannelEvent.JSON
                .createObjectBuilder()
                .add("type", "chat")
                .add("seq", seq)
                .add("id", id.toString())
                .add("from", from)
                .add("text", text)
                .add("at", at.toString())
                .build();
    }
}
