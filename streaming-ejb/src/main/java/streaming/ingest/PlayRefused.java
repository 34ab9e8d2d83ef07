package streaming.ingest;

import streaming.shared.Problem;

/** Somebody who would play a stream from where it comes in. */
public final class PlayRefused extends Problem {
    PlayRefused() {
        super(Kind.FORBIDDEN, "Streams are played by HLS, at /live/NAME/index.m3u8.");
    }
}
