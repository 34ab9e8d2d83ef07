package streaming.image;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Keeps images for their owners. The file comes before its row and goes after it, so no row is ever without its file. */
@Stateless
public class Images {

    /** Longer than any transaction takes from the file to its row. */
    static final Duration ORPHANED = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    ImageFiles files;

    @Inject
    Event<ImageDropped> dropped;

    @Inject
    Clock clock;

    /** Keeps the image as the account's; gives its name. */
    public String keep(long accountId, CleanImage image) {
        return keep(Long.valueOf(accountId), image);
    }

    /** Keeps the image as the site's own; gives its name. */
    public String keep(CleanImage image) {
        return keep(null, image);
    }

    private String keep(Long accountId, CleanImage image) {
        var stored = new StoredImage(files.put(image), accountId, clock.instant());
        entityManager.persist(stored);
        entityManager.flush(); // before the row that names it
        return stored.name();
    }

    /** Lets go of an image that no row names any more; null names none. */
    public void drop(String name) {
        if (name == null) {
            return;
        }
        entityManager.flush(); // first the row that named it
        entityManager
                .createQuery("delete from StoredImage i where i.name = :name")
                .setParameter("name", name)
                .executeUpdate();
        dropped.fire(new ImageDropped(name));
    }

    /** All that are kept for the account. */
    public List<String> of(long accountId) {
        return entityManager
                .createQuery("select i.name from StoredImage i where i.accountId = :account", String.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    public void deleteFile(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageDropped image) {
        files.delete(image.name());
    }

    /** Deletes the files that a crash left without a row: called by the clock. Gives how many. */
    public int purge() {
        var orphans = new HashSet<>(files.writtenBefore(clock.instant().minus(ORPHANED)));
        if (!orphans.isEmpty()) {
            entityManager
                    .createQuery("select i.name from StoredImage i where i.name in :names", String.class)
                    .setParameter("names", List.copyOf(orphans))
                    .getResultList()
                    .forEach(orphans::remove);
        }
        orphans.forEach(files::delete);
        return orphans.size();
    }
}
