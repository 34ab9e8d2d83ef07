package streaming.caller;

import streaming.shared.Problem;

public final class StaffRequired extends Problem {
    public StaffRequired() {
        super(Kind.FORBIDDEN, "Only staff and admins may see this.");
    }
}
