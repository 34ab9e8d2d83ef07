package streaming.channel;

/** What a channel's ratings come to. */
public final class MeanRating {

    private MeanRating() {}

    /** The mean of so many ratings that add up to this sum, to a hundredth of a star; null for none. */
    public static Double of(long sum, long ratings) {
        return ratings == 0 ? null : Math.round(100.0 * sum / ratings) / 100.0;
    }

    /**
     * What lists sort by: the mean as it were with five more ratings of three stars, so that one friend's five stars do not
     * stand above a hundred people's 4.9; 0 for none. {@link ChannelSort#RATING} says the same to the database.
     */
    static double weighed(Double mean, long ratings) {
        return ratings == 0 ? 0 : (mean * ratings + 15) / (ratings + 5);
    }
}
