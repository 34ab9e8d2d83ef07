package streaming.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import streaming.audit.Audit;
import streaming.caller.AdminRequired;
import streaming.caller.SignedIn;
import streaming.image.CleanImage;
import streaming.image.ImageContent;
import streaming.image.ImageFiles;
import streaming.image.ImageSize;
import streaming.image.Images;
import streaming.shared.InvalidInput;
import streaming.shared.Upload;

/** How categories look, as admins want it. */
@Stateless
public class CategoryImages {

    /** The name of the input field that one comes by. */
    public static final String FIELD = "image";

    private static final ImageSize SIZE = new ImageSize(640, 360, true);

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Images images;

    @Inject
    ImageFiles files;

    @Inject
    Audit audit;

    /** The image, chosen or drawn. */
    public ImageContent get(Category category) {
        return files.get(category.image(), Category.DRAWN, category.slug());
    }

    /**
     * Lets pass who may change the image, before anything is read of it.
     *
     * @throws AdminRequired the caller is no admin
     * @throws NoSuchCategory there is none at this address
     */
    public Category check(SignedIn admin, String slug) {
        return own(admin, slug, LockModeType.NONE);
    }

    /**
     * Shows an image in place of the one before. Refuses as {@link #check}.
     *
     * @throws InvalidInput it is no image that we read
     */
    public void show(SignedIn admin, String slug, Upload upload) {
        check(admin, slug);
        var clean = CleanImage.of(upload, SIZE, FIELD);
        var category = own(admin, slug, LockModeType.PESSIMISTIC_WRITE); // of two at once the later drops the earlier
        images.drop(category.show(images.keep(clean)));
        audit.record("category-image-changed", null, slug);
    }

    /** Shows the drawn one again. Refuses as {@link #check}. */
    public void hide(SignedIn admin, String slug) {
        images.drop(own(admin, slug, LockModeType.PESSIMISTIC_WRITE).show(null));
        audit.record("category-image-removed", null, slug);
    }

    private Category own(SignedIn admin, String slug, LockModeType lock) {
        if (!admin.admin()) {
            throw new AdminRequired();
        }
        var category = entityManager
                .createQuery("select c from Category c where c.slug = :slug and c.mergedInto is null", Category.class)
                .setParameter("slug", slug)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchCategory(slug));
        if (lock != LockModeType.NONE) {
            entityManager.refresh(category); // it was read before it was locked
        }
        return category;
    }
}
