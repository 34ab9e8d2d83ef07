package streaming.web.page;

import java.util.function.BiFunction;
import streaming.shared.Page;

/**
 * The addresses of the pages before and after one of a long list; empty where there is none. The one after begins where
 * this one ended; numbers are for those who turn back, and for addresses that somebody kept.
 */
public record Turn(String before, String after) {

    /** Makes the address of a page from its number, counted from 0, and where the page before it ended, which may be null. */
    static Turn of(Page<?> page, BiFunction<Integer, String, String> address) {
        var number = page.page();
        var last = (int) Math.max(0, (page.total() - 1) / page.size());
        return new Turn(
                number == 0 ? "" : address.apply(Math.min(number - 1, last), null),
                number < last ? address.apply(number + 1, page.next()) : "");
    }
}
