package streaming.channel;

/** The addresses of a channel's images; each is there, own or drawn. */
public record ChannelImagesJson(String avatar, String cover, String thumbnail) {

    /** From the names of the own ones; null where there is none. */
    static ChannelImagesJson of(String channel, String avatar, String cover, String thumbnail) {
        return new ChannelImagesJson(
                ChannelImage.AVATAR.address(channel, avatar),
                ChannelImage.COVER.address(channel, cover),
                ChannelImage.THUMBNAIL.address(channel, thumbnail));
    }

    ChannelImagesJson withoutThumbnail(String channel) {
        return new ChannelImagesJson(avatar, cover, ChannelImage.THUMBNAIL.address(channel, null));
    }

    /** Whether the image is one that its owner chose. */
    public boolean owns(String address) {
        return !address.endsWith(".svg");
    }
}
