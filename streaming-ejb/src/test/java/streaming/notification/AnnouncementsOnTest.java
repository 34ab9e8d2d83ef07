package streaming.notification;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import streaming.RecordedEvents;

/** Announcements, put together by hand on the test database. */
public final class AnnouncementsOnTest {

    private AnnouncementsOnTest() {}

    public static Announcements announcements(EntityManager entityManager, Clock clock) {
        return announcements(entityManager, clock, new RecordedEvents<>());
    }

    static Announcements announcements(EntityManager entityManager, Clock clock, Event<UnreadChanged> changed) {
        var announcements = new Announcements();
        announcements.entityManager = entityManager;
        announcements.clock = clock;
        announcements.changed = changed;
        return announcements;
    }
}
