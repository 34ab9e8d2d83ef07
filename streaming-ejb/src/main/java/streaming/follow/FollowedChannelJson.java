package streaming.follow;

import java.time.Instant;

/** A channel that somebody follows. {@code startedAt} is missing while it is offline. */
public record FollowedChannelJson(
        String name,
        String title,
        String language,
        boolean live,
        Instant startedAt,
        int viewers,
        long followers,
        Instant followedAt) {}
