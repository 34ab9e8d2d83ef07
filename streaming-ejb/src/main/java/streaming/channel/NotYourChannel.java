package streaming.channel;

import streaming.shared.Problem;

public final class NotYourChannel extends Problem {
    public NotYourChannel(String name) {
        super(Kind.FORBIDDEN, "Only the owner of %s may do this.".formatted(name));
    }
}
