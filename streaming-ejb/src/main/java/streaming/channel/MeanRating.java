package streaming.channel;

/** What a channel's ratings come to. */
public final class MeanRating {

    private MeanRating() {}

    /** The mean of so many ratings that add up to this sum, to a hundredth of a star; null for none. */
    public static Double of(long sum, long ratings) {
        return ratings == 0 ? null : Math.round(100.0 * sum / ratings) / 100.0;
    }
}
