package streaming.channel;

import java.time.Instant;

/**
 * A channel, as everybody sees it. {@code startedAt} is missing while it is offline, {@code rating}, the mean of one to
 * five stars, while nobody has rated it, {@code preview}, the address of a still, while there is none.
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
        String hlsUrl,
        String preview,
        ChannelImagesJson images) {

    static ChannelJson of(
            String name,
            String title,
            String bio,
            String language,
            Instant createdAt,
            Instant startedAt,
            int viewers,
            ChannelCounts counts,
            String still,
            ChannelImagesJson images) {
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
                hlsUrl(name),
                preview(still),
                images);
    }

    /** What a card shows: the still, else the own thumbnail, else null. */
    public String poster() {
        return preview != null || !images.owns(images.thumbnail()) ? preview : images.thumbnail();
    }

    /** Where the channel's media playlist is (RFC 8216), relative to the site. */
    public static String hlsUrl(String name) {
        return "/live/" + name + "/index.m3u8";
    }

    /** Where a still of this name is: an address of its own for each, so that browsers may keep it. */
    static String preview(String still) {
        return still == null ? null : "/images/preview/" + still;
    }
}
