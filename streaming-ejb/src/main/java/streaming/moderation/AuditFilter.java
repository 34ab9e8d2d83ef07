package streaming.moderation;

import java.time.Instant;

/** Which lines of the audit log are wanted; empty text and null want all. {@code account} is whom it concerns or who did it. */
public record AuditFilter(String event, String account, Instant from, Instant until) {}
