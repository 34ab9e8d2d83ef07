package streaming.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import streaming.ingest.StreamHealth;

/** The qualities that a site offers beside the source: heights of pictures, and whether the sound alone is one. */
public record Ladder(List<Integer> heights, boolean audio) {

    private static final Pattern HEIGHT = Pattern.compile("([1-9][0-9]{1,3})p");

    private static final double BITS_A_PIXEL = 0.09;
    private static final double FRAME_RATE = 30;
    private static final long AUDIO_BITRATE = 128_000;
    /** Where the source's is not known: the same measure for its size. */
    private static final double HEADROOM = 1.2;

    public Ladder {
        heights = heights.stream().sorted(Comparator.reverseOrder()).distinct().toList();
    }

    /** Reads {@code 720p,480p,audio}; nothing is no ladder. {@code source} may stand there, and is in each ladder. */
    static Ladder of(String text) {
        var heights = new ArrayList<Integer>();
        boolean audio = false;
        for (var word : Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals(Rendition.SOURCE))
                .toList()) {
            var height = HEIGHT.matcher(word);
            if (height.matches()) {
                heights.add(Integer.valueOf(height.group(1)));
            } else if (word.equals(Rendition.AUDIO)) {
                audio = true;
            } else {
                throw new IllegalArgumentException(
                        "streaming.ladder: '%s' is neither a height such as 720p, nor audio".formatted(word));
            }
        }
        return new Ladder(heights, audio);
    }

    public boolean isEmpty() {
        return heights.isEmpty() && !audio;
    }

    /**
     * What is made of this source, itself first; nothing if all would be as tall or taller. The source goes through the
     * same program: then all renditions begin at one picture, are cut at the same ones, and are numbered alike, and a
     * player changes between them without a jump.
     */
    List<Rendition> of(StreamHealth source) {
        if (source.video() == null || source.video().height() == 0) {
            return List.of();
        }
        var made = new ArrayList<Rendition>();
        heights.stream()
                .filter(height -> height < source.video().height())
                .forEach(height -> made.add(smaller(source, height)));
        if (audio && source.audio() != null) {
            made.add(new Rendition(Rendition.AUDIO, 0, 0, AUDIO_BITRATE, sound(source)));
        }
        if (!made.isEmpty()) {
            made.add(0, source(source));
        }
        return made;
    }

    private static Rendition smaller(StreamHealth source, int height) {
        var video = source.video();
        int width = (int) (Math.round((double) video.width() * height / video.height() / 2) * 2);
        var bitrate = bitrate(width, height, video.frameRate()) + (source.audio() == null ? 0 : AUDIO_BITRATE);
        return new Rendition(height + "p", width, height, bitrate, codecs(mainProfile(height), source));
    }

    private static Rendition source(StreamHealth source) {
        var video = source.video();
        var bitrate = Math.max(
                Math.round(source.bitrate() * 1000 * HEADROOM),
                bitrate(video.width(), video.height(), video.frameRate()) / 2);
        return new Rendition(Rendition.SOURCE, video.width(), video.height(), bitrate, null);
    }

    private static long bitrate(int width, int height, double frameRate) {
        var rate = frameRate > FRAME_RATE ? frameRate * 0.75 : FRAME_RATE; // what moves less needs less
        return Math.round(width * height * rate * BITS_A_PIXEL);
    }

    /** Main profile, and the level that a picture of this height needs (H.264, table A-1). */
    private static String mainProfile(int height) {
        return height <= 720 ? "avc1.4d401f" : height <= 1080 ? "avc1.4d402a" : "avc1.4d4033";
    }

    private static String codecs(String video, StreamHealth source) {
        var sound = sound(source);
        return source.audio() == null ? video : sound == null ? null : video + "," + sound;
    }

    private static String sound(StreamHealth source) {
        return source.audio() != null && "AAC".equals(source.audio().codec()) ? "mp4a.40.2" : null;
    }
}
