package streaming.channel;

import streaming.shared.Problem;

public final class LostUpdate extends Problem {
    LostUpdate(String name) {
        super(
                Kind.STALE,
                "The channel %s has changed since you read it. Read it again, then change it.".formatted(name));
    }
}
