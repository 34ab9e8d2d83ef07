package streaming.broadcast;

import java.time.Instant;
import streaming.channel.ChannelJson;

/**
 * A channel went live, went off, or waits for its encoder.
 *
 * @param startedAt null when it went off; so is {@code hlsUrl}
 * @param resumeBy until when it waits; null while it does not
 */
public record LiveChanged(String channel, Instant startedAt, String hlsUrl, Instant resumeBy) {

    /** What an ingest node carries is at the channel's own address. */
    public LiveChanged(String channel, Instant startedAt) {
        this(channel, startedAt, (Instant) null);
    }

    public LiveChanged(String channel, Instant startedAt, Instant resumeBy) {
        this(channel, startedAt, ChannelJson.hlsUrl(channel), resumeBy);
    }

    /** An encoder puts it elsewhere. */
    public static LiveChanged elsewhere(String channel, Instant startedAt, String hlsUrl) {
        return new LiveChanged(channel, startedAt, hlsUrl, null);
    }

    public static LiveChanged off(String channel) {
        return new LiveChanged(channel, null, null, null);
    }

    public boolean live() {
        return startedAt != null;
    }
}
