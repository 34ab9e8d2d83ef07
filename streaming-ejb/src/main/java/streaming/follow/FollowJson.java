package streaming.follow;

import java.time.Instant;

/** Whether the caller follows a channel, since when, and how many do. {@code followedAt} is missing if they do not. */
public record FollowJson(boolean following, Instant followedAt, long followers) {}
