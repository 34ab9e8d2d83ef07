package streaming.shared;

/** More bytes than an address takes. */
public final class TooLarge extends Problem {
    public TooLarge(int longest) {
        super(Kind.TOO_LARGE, "Send at most %d MB.".formatted(longest / 1_000_000));
    }
}
