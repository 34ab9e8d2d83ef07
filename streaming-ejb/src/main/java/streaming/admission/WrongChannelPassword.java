package streaming.admission;

import streaming.shared.Problem;

public final class WrongChannelPassword extends Problem {
    WrongChannelPassword() {
        super(Kind.FORBIDDEN, "This is not the channel's password.");
    }
}
