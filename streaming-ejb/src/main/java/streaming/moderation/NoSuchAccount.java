package streaming.moderation;

import streaming.shared.Problem;

public final class NoSuchAccount extends Problem {
    NoSuchAccount(String username) {
        super(Kind.NOT_FOUND, "There is no account %s.".formatted(username));
    }
}
