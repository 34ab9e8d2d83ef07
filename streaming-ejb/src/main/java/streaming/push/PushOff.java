package streaming.push;

import streaming.shared.Problem;

/** The site sends nothing to push services. */
public final class PushOff extends Problem {
    PushOff() {
        super(Kind.FORBIDDEN, "This site does not push to browsers.");
    }
}
