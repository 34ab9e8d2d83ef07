package streaming.image;

import java.util.List;
import java.util.Locale;

/** What stands for an image that somebody has not uploaded: their initial in their own colour, as the pages draw it. */
public final class DefaultImage {

    /** The hues of the tones in {@code assets/site.css}, in degrees. */
    private static final List<Integer> HUES = List.of(20, 45, 75, 110, 140, 165, 190, 220, 250, 280, 310, 345);

    private DefaultImage() {}

    /** One of twelve tones, always the same for a name. */
    public static int tone(String name) {
        return Math.floorMod(name.hashCode(), HUES.size());
    }

    /** An SVG for whoever has this name: square for {@code picture} and {@code avatar}, else wide. */
    public static String of(String field, String name) {
        int hue = HUES.get(tone(name));
        var square = field.equals("picture") || field.equals("avatar");
        return square ? picture(hue, name.substring(0, 1).toUpperCase(Locale.ROOT)) : cover(hue);
    }

    private static String picture(int hue, String initial) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="%2$s">
                <rect width="512" height="512" fill="oklch(0.82 0.12 %1$d)"/>
                <text x="256" y="266" dominant-baseline="middle" text-anchor="middle" font-family="system-ui, sans-serif" \
                font-size="256" font-weight="700" fill="oklch(0.26 0.07 %1$d)">%2$s</text>
                </svg>
                """.formatted(hue, initial);
    }

    private static String cover(int hue) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 640" preserveAspectRatio="xMidYMid slice">
                <linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
                <stop stop-color="oklch(0.78 0.15 %d)"/><stop offset="1" stop-color="oklch(0.42 0.13 %d)"/>
                </linearGradient>
                <rect width="1920" height="640" fill="url(#g)"/>
                </svg>
                """.formatted(hue, (hue + 45) % 360);
    }
}
