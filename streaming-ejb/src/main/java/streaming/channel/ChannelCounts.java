package streaming.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the database counts of a channel, by the triggers of V13__follows.sql; the entity only reads it. */
@Embeddable
public record ChannelCounts(
        @Column(insertable = false, updatable = false) long followers,

        @Column(insertable = false, updatable = false) long ratingSum,

        @Column(name = "rating_count", insertable = false, updatable = false)
        long ratings,

        @Column(insertable = false, updatable = false) long views) {

    static final ChannelCounts NONE = new ChannelCounts(0, 0, 0, 0);

    /** The mean of all ratings, in hundredths of a star; null while there is none. */
    public Double rating() {
        return mean(ratingSum, ratings);
    }

    /** The mean of so many ratings that add up to this sum, in hundredths of a star; null for none. */
    public static Double mean(long sum, long ratings) {
        return ratings == 0 ? null : Math.round(100.0 * sum / ratings) / 100.0;
    }
}
