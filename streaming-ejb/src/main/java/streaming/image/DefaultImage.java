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

    /** An SVG for what has this name: square for {@code picture} and {@code avatar}, else wide. */
    public static String of(String field, String name) {
        int hue = HUES.get(tone(name));
        var initial = name.substring(0, 1).toUpperCase(Locale.ROOT);
        return switch (field) {
            case "picture", "avatar" -> picture(hue, initial);
            case "category" -> card(hue, initial);
            default -> cover(hue);
        };
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

    private static String card(int hue, String initial) {
        return wide(hue, 640, 360, """
                <text x="600" y="330" text-anchor="end" font-family="system-ui, sans-serif" font-size="340" \
                font-weight="800" fill="oklch(0.97 0.03 %d)" fill-opacity="0.35">%s</text>
                """.formatted(hue, initial));
    }

    private static String cover(int hue) {
        return wide(hue, 1920, 640, "");
    }

    private static String wide(int hue, int width, int height, String above) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" preserveAspectRatio="xMidYMid slice">
                <linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
                <stop stop-color="oklch(0.78 0.15 %3$d)"/><stop offset="1" stop-color="oklch(0.42 0.13 %4$d)"/>
                </linearGradient>
                <rect width="%1$d" height="%2$d" fill="url(#g)"/>
                %5$s</svg>
                """.formatted(width, height, hue, (hue + 45) % 360, above);
    }
}
