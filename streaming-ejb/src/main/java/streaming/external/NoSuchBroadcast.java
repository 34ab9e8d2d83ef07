package streaming.external;

import streaming.shared.Problem;

public final class NoSuchBroadcast extends Problem {
    NoSuchBroadcast(String channel) {
        super(Kind.NOT_FOUND, "%s is not live.".formatted(channel));
    }
}
