package streaming.encode;

import streaming.shared.Problem;

/** A channel that is not live, or has its source's quality alone. */
public final class NoRenditions extends Problem {
    NoRenditions(String channel) {
        super(Kind.NOT_FOUND, "%s has one quality at most now; play /live/%s/index.m3u8.".formatted(channel, channel));
    }
}
