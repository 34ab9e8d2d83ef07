package streaming.notification;

/** How many notifications the caller has not read. */
public record UnreadJson(int unread) {}
