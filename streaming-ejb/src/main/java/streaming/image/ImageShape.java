package streaming.image;

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

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isCut() {
        return cut;
    }
}
