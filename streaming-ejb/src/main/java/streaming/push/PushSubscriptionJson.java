package streaming.push;

import java.time.Instant;

/**
 * A browser that is told. {@code id} is the SHA-256 of its endpoint, in hexadecimal, so that the browser knows itself;
 * {@code lastSentAt} is missing before the first push.
 */
public record PushSubscriptionJson(String id, String device, Instant createdAt, Instant lastSentAt) {}
