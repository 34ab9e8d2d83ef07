package streaming.encode;

/**
 * One quality of a broadcast.
 *
 * @param name its folder and what viewers choose: {@code source}, {@code 720p}, {@code audio}
 * @param width zero where there is no picture; so is {@code height}
 * @param bitrate bit/s of all of it
 * @param codecs as RFC 6381 has them; null where they are not known
 */
record Rendition(String name, int width, int height, long bitrate, String codecs) {

    static final String SOURCE = "source";
    static final String AUDIO = "audio";

    boolean isSource() {
        return name.equals(SOURCE);
    }

    boolean hasPicture() {
        return height > 0;
    }
}
