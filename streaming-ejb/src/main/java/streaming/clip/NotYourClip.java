package streaming.clip;

import streaming.shared.Problem;

public final class NotYourClip extends Problem {
    NotYourClip() {
        super(Kind.FORBIDDEN, "Only who made the clip, and whose channel it shows, may delete it.");
    }
}
