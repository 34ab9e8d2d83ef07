package streaming.restream;

import streaming.shared.Problem;

public final class NoSuchRestream extends Problem {
    NoSuchRestream() {
        super(Kind.NOT_FOUND, "The channel is sent to no such server.");
    }
}
