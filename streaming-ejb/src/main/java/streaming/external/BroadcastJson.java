package streaming.external;

import java.time.Instant;
import streaming.channel.ChannelJson;

/** What is on now. {@code expiresAt}, when it ends unless its encoder renews it, is missing where it comes over RTMP. */
public record BroadcastJson(String channel, String title, Instant startedAt, String hlsUrl, Instant expiresAt) {

    static BroadcastJson of(OpenBroadcast open) {
        return new BroadcastJson(
                open.channel(),
                open.title(),
                open.startedAt(),
                open.isExternal() ? open.hlsUrl() : ChannelJson.hlsUrl(open.channel()),
                open.leaseEndsAt());
    }
}
