package streaming.caller;

import streaming.shared.Problem;

public final class AdminRequired extends Problem {
    public AdminRequired() {
        super(Kind.FORBIDDEN, "Only an admin may do this.");
    }
}
