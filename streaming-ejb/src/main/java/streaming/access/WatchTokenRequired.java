package streaming.access;

import streaming.shared.Problem;

/** What serves video is asked without a token, or with one that is forged, expired, or of another channel. */
public final class WatchTokenRequired extends Problem {
    WatchTokenRequired(String channel) {
        super(
                Kind.UNAUTHENTICATED,
                "Open the page of %1$s, or get a new address by POST /api/channels/%1$s/playback.".formatted(channel));
    }
}
