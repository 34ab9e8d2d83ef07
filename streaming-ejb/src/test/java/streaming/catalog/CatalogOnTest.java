package streaming.catalog;

import java.time.Clock;
import streaming.RecordedEvents;
import streaming.TestDatabase;
import streaming.audit.AuditOnTest;
import streaming.caller.Caller;
import streaming.caller.Role;
import streaming.caller.SignedIn;

/** Categories and tags, put together by hand on the test database. */
public final class CatalogOnTest {

    static final SignedIn ADMIN = SignedIn.of(-1, "admin", Role.ADMIN);

    private CatalogOnTest() {}

    public static Categories categories(TestDatabase database, Clock clock) {
        var categories = new Categories();
        categories.entityManager = database.entityManager();
        categories.audit = AuditOnTest.audit(database, clock, new Caller());
        categories.changed = new RecordedEvents<>();
        return categories;
    }

    public static Tags tags(TestDatabase database, Clock clock) {
        var tags = new Tags();
        tags.entityManager = database.entityManager();
        tags.audit = AuditOnTest.audit(database, clock, new Caller());
        tags.changed = new RecordedEvents<>();
        return tags;
    }

    public static Merges merges(TestDatabase database) {
        var merges = new Merges();
        merges.entityManager = database.entityManager();
        return merges;
    }

    /** Merges a category and a tag as an admin does. */
    public static void merge(
            Categories categories, Tags tags, String slug, String intoSlug, String tag, String intoTag) {
        categories.merge(ADMIN, slug, intoSlug);
        tags.merge(ADMIN, tag, intoTag);
    }

    /** Makes a category as an admin does. */
    public static void add(Categories categories, String name) {
        categories.add(ADMIN, name);
    }
}
