package streaming.rating;

import streaming.channel.MeanRating;

/**
 * What the caller thinks of a channel, and all together. {@code stars} is missing if the caller has not rated it,
 * {@code rating}, the mean, if nobody has.
 */
public record RatingJson(Integer stars, Double rating, long ratings) {

    static RatingJson of(Integer stars, long sum, long count) {
        return new RatingJson(stars, MeanRating.of(sum, count), count);
    }
}
