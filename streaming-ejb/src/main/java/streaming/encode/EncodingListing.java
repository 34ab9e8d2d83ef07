package streaming.encode;

import java.time.Instant;

/**
 * What is made of a live broadcast, as operators see it.
 *
 * @param renditions the names of what flows; null for nothing
 * @param trouble why not all flows; null while it does
 * @param held whether a node makes them
 */
public record EncodingListing(String channel, Instant startedAt, String renditions, String trouble, boolean held) {}
