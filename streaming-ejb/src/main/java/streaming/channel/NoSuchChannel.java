package streaming.channel;

import streaming.shared.Problem;

public final class NoSuchChannel extends Problem {
    public NoSuchChannel(String name) {
        super(Kind.NOT_FOUND, "There is no channel %s.".formatted(name));
    }
}
