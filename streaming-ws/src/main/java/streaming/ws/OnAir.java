package streaming.ws;

import jakarta.json.JsonObject;
import java.time.Instant;
import streaming.channel.ChannelJson;

/**
 * Whether a channel is live: since when, and where its playlist is; both are null while it is off. {@code resumeBy} tells
 * until when it waits for its encoder; null while it does not.
 */
record OnAir(Instant startedAt, String hlsUrl, Instant resumeBy) {

    static final OnAir OFF = new OnAir(null, null, null);

    static OnAir of(ChannelJson channel) {
        return channel.live() ? new OnAir(channel.startedAt(), channel.hlsUrl(), channel.resumeBy()) : OFF;
    }

    /** As the event {@code live} says it. */
    static OnAir of(JsonObject event) {
        if (event.isNull("startedAt")) {
            return OFF;
        }
        var resumeBy = event.getString("resumeBy", null);
        return new OnAir(
                Instant.parse(event.getString("startedAt")),
                event.getString("hlsUrl"),
                resumeBy == null ? null : Instant.parse(resumeBy));
    }

    boolean isInterrupted() {
        return resumeBy != null;
    }

    boolean isLive() {
        return startedAt != null;
    }
}
