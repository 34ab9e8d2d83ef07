package streaming.sso;

import java.time.Instant;

/** A connection, as its owner sees it: {@code label} is what the provider calls them. */
public record ConnectionJson(String provider, String label, Instant createdAt, Instant lastUsedAt) {

    static ConnectionJson of(Connection connection) {
        return new ConnectionJson(
                connection.provider(), connection.label(), connection.createdAt(), connection.lastUsedAt());
    }
}
