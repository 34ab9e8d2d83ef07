package streaming.channel;

import java.time.Instant;
import java.util.List;

/**
 * A channel, as everybody sees it. {@code category} is its category's slug; that and {@code categoryName} are missing where
 * there is none, {@code startedAt} while it is offline, {@code rating}, the mean of one to five stars, while nobody has rated it. {@code version} counts its owner's edits.
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
        int viewers,
        long views,
        Double rating,
        long ratings,
        long followers,
        Instant createdAt,
        String hlsUrl,
        long version) {

    /** Where the channel's media playlist is (RFC 8216), relative to the site. */
    public static String hlsUrl(String name) {
        return "/live/" + name + "/index.m3u8";
    }

    /** Tells one state of what the owner edits from another (RFC 9110 §8.8.3); viewers come and go without it. */
    public String etag() {
        return "v" + version;
    }
}
