package streaming.clip;

import streaming.shared.Problem;

public final class NoSuchClip extends Problem {
    NoSuchClip() {
        super(Kind.NOT_FOUND, "There is no such clip. It may have been deleted.");
    }
}
