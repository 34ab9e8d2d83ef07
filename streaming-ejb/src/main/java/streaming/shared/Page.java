package streaming.shared;

import java.util.List;

/** One page of a list, by the contract of every list: pages count from 0, {@code total} is that of all pages. */
public record Page<T>(List<T> items, int page, int size, long total) {}
