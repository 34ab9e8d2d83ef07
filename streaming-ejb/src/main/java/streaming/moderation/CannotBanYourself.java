package streaming.moderation;

import streaming.shared.Problem;

public final class CannotBanYourself extends Problem {
    CannotBanYourself() {
        super(Kind.CONFLICT, "You cannot ban yourself: ask another admin.");
    }
}
