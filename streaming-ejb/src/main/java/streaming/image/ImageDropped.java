package streaming.image;

/** Nobody uses the image any more. */
public record ImageDropped(String name) {}
