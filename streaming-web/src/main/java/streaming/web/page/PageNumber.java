package streaming.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import streaming.shared.Page;

/** Which page of a long list is looked at; pages of the API count from 0, those of the site from 1. */
record PageNumber(int index) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    /** From the address; the first one where it says none, or nonsense. */
    static PageNumber of(HttpServletRequest request) {
        var text = String.valueOf(request.getParameter("page"));
        return new PageNumber(NUMBER.matcher(text).matches() ? Integer.parseInt(text) - 1 : 0);
    }

    /** Where one turns to from here. */
    Turn of(String path, Page<?> page) {
        var before = index == 0 ? "" : path + "?page=" + index;
        var after = (index + 1L) * page.size() < page.total() ? path + "?page=" + (index + 2) : "";
        return new Turn(before, after);
    }

    /** The addresses of the pages before and after; empty where there is none. */
    public record Turn(String before, String after) {}
}
