package streaming.shared;

import java.util.List;

/**
 * One page of a list, by the contract of every list: pages count from 0, {@code total} is that of all pages. Where a list
 * may be long, {@code next} leads to the page after this one without counting there; else it is null.
 */
public record Page<T>(List<T> items, int page, int size, long total, String next) {

    public Page(List<T> items, int page, int size, long total) {
        this(items, page, size, total, null);
    }
}
