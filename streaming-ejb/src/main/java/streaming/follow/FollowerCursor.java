package streaming.follow;

import java.time.Instant;
import streaming.shared.Cursor;

/** Where a page of followers ended. */
record FollowerCursor(Instant followedAt, long accountId) {

    static FollowerCursor of(String text) {
        return Cursor.read(text, keys -> new FollowerCursor(Instant.parse(keys[0]), Long.parseLong(keys[1])));
    }
}
