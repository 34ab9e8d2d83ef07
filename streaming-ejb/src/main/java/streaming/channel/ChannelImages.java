package streaming.channel;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import streaming.caller.SignedIn;
import streaming.image.CleanImage;
import streaming.image.ImageContent;
import streaming.image.ImageFiles;
import streaming.image.Images;
import streaming.shared.InvalidInput;
import streaming.shared.Upload;

/** How channels look, as their owners want it. */
@Stateless
public class ChannelImages {

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Images images;

    @Inject
    ImageFiles files;

    /** The image, own or drawn; refuses with {@link NoSuchChannel}. */
    public ImageContent get(String channel, ChannelImage image) {
        return files.get(find(channel, LockModeType.NONE).image(image), image.field(), channel);
    }

    /**
     * Lets pass who may change the images, before anything is read of them.
     *
     * @throws NoSuchChannel no channel has this name
     * @throws NotYourChannel somebody else owns it
     */
    public void check(SignedIn who, String channel) {
        own(who, channel, LockModeType.NONE);
    }

    /**
     * Shows an image in place of the one before. Refuses as {@link #check}.
     *
     * @throws InvalidInput it is no image that we read
     */
    public void show(SignedIn who, String channel, ChannelImage image, Upload upload) {
        check(who, channel);
        var clean = CleanImage.of(upload, image.size(), image.field());
        var found = own(who, channel, LockModeType.PESSIMISTIC_WRITE); // of two at once the later drops the earlier
        images.drop(found.show(image, images.keep(who.id(), clean)));
    }

    /** Shows the drawn one again. Refuses as {@link #check}. */
    public void hide(SignedIn who, String channel, ChannelImage image) {
        images.drop(own(who, channel, LockModeType.PESSIMISTIC_WRITE).show(image, null));
    }

    private Channel own(SignedIn who, String name, LockModeType lock) {
        var channel = find(name, lock);
        if (!channel.isOwnedBy(who)) {
            throw new NotYourChannel(name);
        }
        return channel;
    }

    private Channel find(String name, LockModeType lock) {
        var channel = entityManager
                .createQuery("select c from Channel c where c.name = :name", Channel.class)
                .setParameter("name", name)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchChannel(name));
        if (lock != LockModeType.NONE) {
            entityManager.refresh(channel); // it was read before it was locked
        }
        return channel;
    }
}
