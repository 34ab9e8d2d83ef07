package streaming.admission;

import java.time.Instant;

/** Whom a channel's owner lets in. {@code expiresAt} is missing where the ticket has no end. */
public record TicketJson(String account, Instant grantedAt, Instant expiresAt, boolean expired) {}
