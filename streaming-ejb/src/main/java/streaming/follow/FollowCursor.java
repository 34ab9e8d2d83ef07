package streaming.follow;

import java.time.Instant;
import streaming.shared.Cursor;

/** Where a page of what somebody follows ended. */
record FollowCursor(boolean live, int viewers, Instant followedAt, long channelId) {

    static FollowCursor of(String text) {
        return Cursor.read(
                text,
                keys -> new FollowCursor(
                        Boolean.parseBoolean(keys[0]),
                        Integer.parseInt(keys[1]),
                        Instant.parse(keys[2]),
                        Long.parseLong(keys[3])));
    }
}
