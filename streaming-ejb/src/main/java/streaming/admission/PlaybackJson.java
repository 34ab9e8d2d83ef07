package streaming.admission;

import java.time.Instant;
import streaming.access.WatchPass;

/** Where to play the channel from. {@code expiresAt} is missing where the address is for everybody, and for ever. */
public record PlaybackJson(String hlsUrl, Instant expiresAt) {

    static PlaybackJson of(WatchPass pass) {
        return new PlaybackJson(pass.hlsUrl(), pass.expiresAt());
    }
}
