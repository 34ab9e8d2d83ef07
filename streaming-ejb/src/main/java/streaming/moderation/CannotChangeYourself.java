package streaming.moderation;

import streaming.shared.Problem;

public final class CannotChangeYourself extends Problem {
    CannotChangeYourself() {
        super(Kind.CONFLICT, "You cannot change your own roles or deactivate yourself: ask another admin.");
    }
}
