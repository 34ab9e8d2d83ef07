package streaming.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import streaming.image.ImageSize;

/** The images of a channel, each of them its owner's own or one that is drawn of its name. */
public enum ChannelImage {
    /** Beside the name. */
    AVATAR(512, 512, true),
    /** Behind the name, while nothing plays. */
    COVER(1920, 1080, false),
    /** On a card, where there is no still. */
    THUMBNAIL(640, 360, true);

    private final int width;
    private final int height;
    private final boolean cut;

    ChannelImage(int width, int height, boolean cut) {
        this.width = width;
        this.height = height;
        this.cut = cut;
    }

    public static Optional<ChannelImage> find(String field) {
        return Stream.of(values()).filter(image -> image.field().equals(field)).findFirst();
    }

    /** The name of the input field, and of the address, that it comes by. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is on this site: the one of this name, or without a name the one that is drawn. */
    public String address(String channel, String name) {
        return name == null ? "/images/%s/%s.svg".formatted(field(), channel) : "/images/" + name;
    }

    ImageSize size() {
        return new ImageSize(width, height, cut);
    }
}
