package streaming.web.page;

/** What stands for an image that somebody has not uploaded: their initial in their own colour, as the pages draw it. */
final class DefaultImage {

    private DefaultImage() {}

    static String picture(int hue, String initial) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="%2$s">
                <rect width="512" height="512" fill="oklch(0.82 0.12 %1$d)"/>
                <text x="256" y="266" dominant-baseline="middle" text-anchor="middle" font-family="system-ui, sans-serif" \
                font-size="256" font-weight="700" fill="oklch(0.26 0.07 %1$d)">%2$s</text>
                </svg>
                """.formatted(hue, initial);
    }

    static String cover(int hue) {
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
