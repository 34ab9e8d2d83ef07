package streaming.ingest;

import streaming.shared.Problem;

/** The key is good, its owner is not. */
public final class OwnerShutOut extends Problem {
    public OwnerShutOut(String channel) {
        super(Kind.FORBIDDEN, "The account of %s is banned or inactive.".formatted(channel));
    }
}
