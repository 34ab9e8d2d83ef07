package streaming.notification;

import java.time.Instant;

/** That a channel went live. {@code live} is whether it still is, or is again after its encoder came back. */
public record NotificationJson(long id, String channel, String title, Instant startedAt, boolean live, boolean read) {}
