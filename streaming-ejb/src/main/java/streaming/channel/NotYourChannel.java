package streaming.channel;

import streaming.shared.Problem;

public final class NotYourChannel extends Problem {
    NotYourChannel(String name) {
        super(Kind.FORBIDDEN, "Only the owner of %s may do this.".formatted(name));
    }
}
