package streaming.image;

import java.util.Locale;

/** What an image is for, and so how large it is kept. */
public enum ImageShape {
    /** A face: cut to a square. */
    PICTURE(512, 512, true),
    /** A wide image behind a name: kept whole. */
    COVER(1920, 1080, false);

    private final int width;
    private final int height;
    private final boolean cut;

    ImageShape(int width, int height, boolean cut) {
        this.width = width;
        this.height = height;
        this.cut = cut;
    }

    /** The name of the input field, and of the address, that it comes by. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the image is on this site: one of this name, or without a name the one that everybody has. */
    public String address(String username, String name) {
        return name == null ? "/images/%s/%s.svg".formatted(field(), username) : "/images/" + name;
    }

    public ImageSize size() {
        return new ImageSize(width, height, cut);
    }
}
