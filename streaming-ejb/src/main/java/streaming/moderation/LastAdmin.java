package streaming.moderation;

import streaming.shared.Problem;

public final class LastAdmin extends Problem {
    LastAdmin() {
        super(Kind.CONFLICT, "This is the last admin: make another one first.");
    }
}
