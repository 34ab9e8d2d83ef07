package streaming.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Validator;
import java.util.Optional;
import streaming.caller.SignInRequired;
import streaming.image.CleanImage;
import streaming.image.ImageShape;
import streaming.image.Images;
import streaming.shared.InvalidInput;
import streaming.shared.Upload;

/** What people tell about themselves. Each public method is one transaction; who may call it has been decided. */
@Stateless
public class Profiles {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Images images;

    @Inject
    SignUpConfig config;

    @Inject
    Validator validator;

    /** Makes the profile of a new account; {@code picture} may be null. */
    public void open(Account account, SignUp input, CleanImage picture) {
        var profile = new Profile(account);
        apply(input.profile(), profile);
        if (picture != null) {
            profile.show(ImageShape.PICTURE, images.keep(account.id(), picture));
        }
        entityManager.persist(profile);
    }

    /** Makes an empty profile. */
    public void open(Account account) {
        entityManager.persist(new Profile(account));
    }

    public Profile get(long accountId) {
        return Optional.ofNullable(entityManager.find(Profile.class, accountId)).orElseThrow(SignInRequired::new);
    }

    /**
     * Changes what the edit names.
     *
     * @throws InvalidInput with the fields that break a rule
     */
    public Profile edit(long accountId, ProfileEdit edit) {
        InvalidInput.check(validator, edit);
        var profile = get(accountId);
        apply(edit, profile);
        return profile;
    }

    /**
     * Shows an image in place of the one before.
     *
     * @throws InvalidInput it is no image that we read
     */
    public Profile show(long accountId, ImageShape shape, Upload upload) {
        var image = CleanImage.of(upload, shape.size(), shape.field());
        var profile = alone(accountId);
        images.drop(profile.show(shape, images.keep(accountId, image)));
        return profile;
    }

    /** Shows no image any more. */
    public void hide(long accountId, ImageShape shape) {
        images.drop(alone(accountId).show(shape, null));
    }

    /** Of two uploads at once the later one drops the earlier one's image, and none stays that nobody shows. */
    private Profile alone(long accountId) {
        return Optional.ofNullable(entityManager.find(Profile.class, accountId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(SignInRequired::new);
    }

    private void apply(ProfileEdit edit, Profile profile) {
        profile.edit(edit);
        if (edit.phone() != null) {
            profile.call(new PhoneNumbers(config.region()).normal(edit.phone()));
        }
    }
}
