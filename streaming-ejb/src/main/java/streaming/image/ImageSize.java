package streaming.image;

/** How large an image is kept: cut to this shape, or whole within it. */
public record ImageSize(int width, int height, boolean cut) {}
