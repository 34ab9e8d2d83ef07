package streaming.channel;

import streaming.shared.Problem;

public final class NoSuchNamedKey extends Problem {
    NoSuchNamedKey() {
        super(Kind.NOT_FOUND, "The channel has no such stream key; it may have been revoked.");
    }
}
