package streaming.follow;

import java.time.Instant;

/** Somebody who follows a channel. */
public record FollowerJson(String name, Instant followedAt) {}
