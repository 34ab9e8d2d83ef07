package streaming.moderation;

import java.time.Instant;

/** A channel, as an admin sees it. {@code bannedAt} and {@code startedAt} may be null. */
public record AdminChannel(
        String name,
        String title,
        String owner,
        boolean ownerActive,
        Instant bannedAt,
        Instant startedAt,
        int viewers,
        String hlsUrl) {

    public boolean live() {
        return startedAt != null;
    }
}
