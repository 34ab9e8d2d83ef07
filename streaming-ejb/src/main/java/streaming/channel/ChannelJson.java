package streaming.channel;

import java.time.Instant;

/**
 * A channel, as everybody sees it. {@code startedAt} is missing while it is offline, {@code rating}, the mean of one to
 * five stars, while nobody has rated it.
 */
public record ChannelJson(
        String name,
        String title,
        String bio,
        String language,
        boolean live,
        Instant startedAt,
        int viewers,
        long views,
        Double rating,
        long ratings,
        long followers,
        Instant createdAt,
        String hlsUrl) {

    static ChannelJson of(
            String name,
            String title,
            String bio,
            String language,
            Instant createdAt,
            Instant startedAt,
            int viewers,
            ChannelCounts counts) {
        return new ChannelJson(
                name,
                title,
                bio,
                language,
                startedAt != null,
                startedAt,
                viewers,
                counts.views(),
                counts.rating(),
                counts.ratings(),
                counts.followers(),
                createdAt,
                hlsUrl(name));
    }

    /** Where the channel's media playlist is (RFC 8216), relative to the site. */
    public static String hlsUrl(String name) {
        return "/live/" + name + "/index.m3u8";
    }
}
