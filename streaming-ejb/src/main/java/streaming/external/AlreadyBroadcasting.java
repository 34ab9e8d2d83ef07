package streaming.external;

import streaming.shared.Problem;

/** The channel is live, by an encoder over RTMP or from another address. */
public final class AlreadyBroadcasting extends Problem {
    AlreadyBroadcasting(String channel) {
        super(Kind.CONFLICT, "%s is live already: end that broadcast first.".formatted(channel));
    }
}
