package streaming.moderation;

import java.time.Instant;

/** A line of the audit log. {@code account} and {@code actor} are names, empty for nobody, numbers for who is deleted. */
public record AuditEntry(
        long id,
        Instant at,
        String event,
        String account,
        String actor,
        String address,
        String userAgent,
        String detail) {}
