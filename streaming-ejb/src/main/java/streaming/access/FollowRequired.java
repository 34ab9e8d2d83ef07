package streaming.access;

import streaming.shared.Problem;

public final class FollowRequired extends Problem {
    FollowRequired(String channel) {
        super(Kind.FORBIDDEN, "Only followers of %s may watch: follow the channel first.".formatted(channel));
    }
}
