package streaming.ingest;

import java.time.Instant;

/**
 * What became of an encoder that came with a channel's key.
 *
 * @param kind {@code expired-key, foreign-network, second-address} or {@code taken-over}
 * @param key the key's name at that time
 * @param address where the encoder was; null where nginx did not say
 */
public record KeyIncident(Instant at, String kind, String key, String address) {}
