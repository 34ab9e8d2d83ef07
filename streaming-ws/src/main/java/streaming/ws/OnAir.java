package streaming.ws;

import jakarta.json.JsonObject;
import java.time.Instant;
import streaming.channel.ChannelJson;

/** Whether a channel is live: since when, and where its playlist is; both are null while it is off. */
record OnAir(Instant startedAt, String hlsUrl) {

    static final OnAir OFF = new OnAir(null, null);

    static OnAir of(ChannelJson channel) {
        return channel.live() ? new OnAir(channel.startedAt(), channel.hlsUrl()) : OFF;
    }

    /** As the event {@code live} says it. */
    static OnAir of(JsonObject event) {
        return event.isNull("startedAt")
                ? OFF
                : new OnAir(Instant.parse(event.getString("startedAt")), event.getString("hlsUrl"));
    }

    boolean isLive() {
        return startedAt != null;
    }
}
