package streaming.moderation;

import streaming.shared.Problem;

public final class NoSuchAccount extends Problem {
    public NoSuchAccount(String username) {
        super(Kind.NOT_FOUND, "There is no account %s.".formatted(username));
    }
}
