package streaming.follow;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import streaming.audience.Audience;
import streaming.channel.Channels;

/** Follows on the test database. */
public final class FollowsOnTest {

    private FollowsOnTest() {}

    public static Follows follows(EntityManager entityManager, Channels channels, Audience audience, Clock clock) {
        var follows = new Follows();
        follows.entityManager = entityManager;
        follows.channels = channels;
        follows.audience = audience;
        follows.clock = clock;
        return follows;
    }
}
