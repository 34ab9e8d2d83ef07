package streaming.sso;

import streaming.shared.Problem;

public final class LastWayIn extends Problem {
    LastWayIn() {
        super(
                Kind.CONFLICT,
                "This is the only way into your account. Set a password or connect another provider first.");
    }
}
