package streaming.follow;

import streaming.shared.Problem;

public final class CannotFollowYourself extends Problem {
    CannotFollowYourself() {
        super(Kind.CONFLICT, "This is your own channel: you cannot follow it.");
    }
}
