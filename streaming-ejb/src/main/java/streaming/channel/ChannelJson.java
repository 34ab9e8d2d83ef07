package streaming.channel;

import java.time.Instant;
import java.util.List;
import streaming.access.Visibility;

/**
 * A channel, as everybody sees it. {@code category} is its category's slug; that and {@code categoryName} are missing where
 * there is none, {@code startedAt} while it is offline, {@code resumeBy}, until when it waits for its encoder, while it
 * does not, {@code rating}, the mean of one to five stars, while nobody has rated it, {@code preview}, the address of a
 * still, while there is none. {@code dvrSeconds} is how far back one may go in the running stream, {@code version} counts
 * its owner's edits, {@code visibility} tells who may watch.
 */
public record ChannelJson(
        String name,
        String title,
        String bio,
        String language,
        String category,
        String categoryName,
        List<String> tags,
        List<SocialLink> socialLinks,
        boolean live,
        Instant startedAt,
        Instant resumeBy,
        int viewers,
        long views,
        Double rating,
        long ratings,
        long followers,
        Instant createdAt,
        String hlsUrl,
        int dvrSeconds,
        String preview,
        ChannelImagesJson images,
        long version,
        String visibility) {

    /** What a card shows: the still, else the own thumbnail, else null. */
    public String poster() {
        return preview != null || !images.owns(images.thumbnail()) ? preview : images.thumbnail();
    }

    /** Whether lists show it. */
    boolean listed() {
        return Visibility.of(visibility) == Visibility.PUBLIC;
    }

    /** Whether everybody may watch. */
    public boolean open() {
        return Visibility.of(visibility).isOpen();
    }

    /** As who may not watch sees it: whose channel it is, and not what is on, nor when and for how many. */
    public ChannelJson veiled() {
        return new ChannelJson(
                name,
                "",
                bio,
                language,
                null,
                null,
                List.of(),
                socialLinks,
                false,
                null,
                null,
                0,
                views,
                rating,
                ratings,
                followers,
                createdAt,
                hlsUrl(name),
                0,
                null,
                images.withoutThumbnail(name),
                version,
                visibility);
    }

    /** Where the channel's media playlist is (RFC 8216), relative to the site, unless its encoder puts it elsewhere. */
    public static String hlsUrl(String name) {
        return "/live/" + name + "/index.m3u8";
    }

    /** Tells one state of what the owner edits from another (RFC 9110 §8.8.3); viewers come and go without it. */
    public String etag() {
        return "v" + version;
    }

    /** Where a still of this name is: an address of its own for each, so that browsers may keep it. */
    static String preview(String still) {
        return still == null ? null : "/images/preview/" + still;
    }
}
