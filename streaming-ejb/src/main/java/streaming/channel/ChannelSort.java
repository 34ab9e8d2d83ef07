package streaming.channel;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.Locale;
import streaming.shared.InvalidInput;

/** The orders that a list of channels can have: by a number, the greatest first; among equals, the latest made. */
public enum ChannelSort {
    /** Live ones first, of them the most watched. */
    VIEWERS("case when b.id is null then 0 else 1 end + coalesce(a.viewers, 0)"),
    /** Best rated; a mean of few ratings counts less than one of many, as {@link MeanRating#weighed} says. */
    RATING(
            "case when c.rating_count = 0 then 0 else (c.rating_sum + 15) / (c.rating_count + cast(5 as double precision)) end"),
    VIEWS("c.views"),
    /** Latest made first. */
    NEWEST("c.id"),
    /** What fits a search best; without one, all are equal. */
    RELEVANCE("cast(0 as integer)");

    private final String key;

    ChannelSort(String key) {
        this.key = key;
    }

    /** What the database sorts by. */
    String key() {
        return key;
    }

    /** The same for what is live and in memory; of the most watched, those who are on for longest come first. */
    Comparator<ChannelJson> order() {
        var order =
                switch (this) {
                    case VIEWERS ->
                        comparingInt(ChannelJson::viewers).reversed().thenComparing(ChannelJson::startedAt);
                    case RATING ->
                        comparingDouble((ChannelJson channel) ->
                                        MeanRating.weighed(channel.rating(), channel.ratings()))
                                .reversed();
                    case VIEWS -> comparingLong(ChannelJson::views).reversed();
                    case NEWEST, RELEVANCE -> comparing(ChannelJson::createdAt).reversed();
                };
        return order.thenComparing(ChannelJson::name); // so that pages fit together
    }

    /** The order of this name, the usual one for null; refuses any other with {@link InvalidInput}. */
    public static ChannelSort of(String name, boolean search) {
        if (name == null) {
            return search ? RELEVANCE : VIEWERS;
        }
        for (var sort : values()) {
            if (sort.name().toLowerCase(Locale.ROOT).equals(name)) {
                return sort;
            }
        }
        throw new InvalidInput("sort", "Sort by viewers, rating, views, newest or relevance.");
    }
}
