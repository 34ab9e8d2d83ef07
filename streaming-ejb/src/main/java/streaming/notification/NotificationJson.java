package streaming.notification;

import java.time.Instant;

/** That a channel went live. {@code live} is whether that broadcast still goes on. */
public record NotificationJson(long id, String channel, String title, Instant startedAt, boolean live, boolean read) {}
