package streaming.broadcast;

import jakarta.persistence.Embeddable;

/**
 * Which connection of an encoder something is about: nginx-rtmp's number of it, unique within one run (boot) of one
 * node's nginx. What an old connection says late cannot end a newer one.
 */
@Embeddable
public record Fence(String node, String boot, long clientId) {}
