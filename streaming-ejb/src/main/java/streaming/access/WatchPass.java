package streaming.access;

import java.time.Duration;
import java.time.Instant;

/** A viewer's leave to have a channel's video for a while. */
public record WatchPass(String channel, String token, Instant expiresAt, Duration lasts) {

    /** For browsers: scripts cannot read it, and it goes to the addresses of this channel's video alone. */
    public String cookie(String path, boolean secure) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(Playback.COOKIE, token, path, lasts.toSeconds(), secure ? "; Secure" : "");
    }

    /** The cookie for what runs. */
    public String liveCookie(boolean secure) {
        return cookie("/live/" + channel + "/", secure);
    }

    /** For players outside: an address from which segments and keys, which are relative, inherit the token. */
    public String hlsUrl() {
        return "/live/" + channel + "/~" + token + "/index.m3u8";
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "WatchPass[%s]".formatted(channel);
    }
}
