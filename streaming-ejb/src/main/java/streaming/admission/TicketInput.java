package streaming.admission;

import java.time.Instant;

/** Until when a ticket is good; null for as long as it is not revoked. */
public record TicketInput(Instant expiresAt) {}
