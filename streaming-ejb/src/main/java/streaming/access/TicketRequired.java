package streaming.access;

import streaming.shared.Problem;

/** The owner has not named who asks, or only until a time that is over. */
public final class TicketRequired extends Problem {
    TicketRequired(String channel, boolean expired) {
        super(
                Kind.FORBIDDEN,
                (expired
                                ? "Your ticket for %s has expired: ask its owner for a new one."
                                : "Only who has a ticket may watch %s: ask its owner for one.")
                        .formatted(channel));
    }
}
