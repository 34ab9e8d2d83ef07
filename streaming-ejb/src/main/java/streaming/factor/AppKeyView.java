package streaming.factor;

/** A key as it is shown to its owner: to be typed, or read from a square. */
public record AppKeyView(String text, QrCode square) {

    private static final String SITE = "streaming";

    static AppKeyView of(AppKey key, String username) {
        return new AppKeyView(key.text(), QrCode.of(key.address(SITE, username)));
    }

    /** Never the key: records like to be logged. */
    @Override
    public String toString() {
        return "AppKeyView[…]";
    }
}
