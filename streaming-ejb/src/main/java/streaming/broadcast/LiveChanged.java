package streaming.broadcast;

import java.time.Instant;
import streaming.channel.ChannelJson;

/** A channel went live, or went off; {@code startedAt} and {@code hlsUrl} are null when it went off. */
public record LiveChanged(String channel, Instant startedAt, String hlsUrl) {

    /** What an ingest node carries is at the channel's own address. */
    public LiveChanged(String channel, Instant startedAt) {
        this(channel, startedAt, startedAt == null ? null : ChannelJson.hlsUrl(channel));
    }

    public boolean live() {
        return startedAt != null;
    }
}
