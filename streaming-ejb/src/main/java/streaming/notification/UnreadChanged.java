package streaming.notification;

/** What somebody has not read is more or less now; {@code accountId} is null where it is so for many. */
public record UnreadChanged(Long accountId) {}
