package streaming.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stream key, for its owner.
 *
 * @param main whether it is the one of {@code /channels/{name}/key}: the oldest
 * @param key the secret itself; null in lists
 */
public record StreamKeyJson(
        UUID id,
        String name,
        boolean main,
        Instant createdAt,
        Instant expiresAt,
        List<String> networks,
        Instant lastUsedAt,
        String lastUsedFrom,
        String key) {

    StreamKeyJson with(String secret) {
        return new StreamKeyJson(id, name, main, createdAt, expiresAt, networks, lastUsedAt, lastUsedFrom, secret);
    }

    /** Never the key: records like to be logged. */
    @Override
    public String toString() {
        return "StreamKeyJson[" + name + "]";
    }
}
