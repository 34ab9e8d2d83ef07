package streaming.channel;

import java.util.Locale;
import streaming.shared.InvalidInput;

/** The orders that a list of channels can have. */
public enum ChannelSort {
    /** Most watched first; among equals, the longest live. */
    VIEWERS("coalesce(a.viewers, 0) desc, b.started_at nulls last, c.id"),
    /** Latest made first. */
    NEWEST("c.created_at desc, c.id desc");

    private final String orderBy;

    ChannelSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }

    /** The order of this name; refuses any other with {@link InvalidInput}. */
    static ChannelSort of(String name) {
        for (var sort : values()) {
            if (sort.name().toLowerCase(Locale.ROOT).equals(name)) {
                return sort;
            }
        }
        throw new InvalidInput("sort", "Sort by viewers or newest.");
    }
}
