package streaming.admission;

import streaming.shared.Problem;

public final class NoSuchTicket extends Problem {
    NoSuchTicket(String account) {
        super(Kind.NOT_FOUND, "%s has no ticket.".formatted(account));
    }
}
