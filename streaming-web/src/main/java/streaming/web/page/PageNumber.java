package streaming.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import streaming.shared.Page;

/** Which page of a long list is looked at; pages of the API count from 0, those of the site from 1. */
record PageNumber(int index, String after) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]+");

    /** From the address; the first one where it says none, or nonsense. */
    static PageNumber of(HttpServletRequest request) {
        var text = String.valueOf(request.getParameter("page"));
        var after = request.getParameter("after");
        return new PageNumber(
                NUMBER.matcher(text).matches() ? Integer.parseInt(text) - 1 : 0,
                after != null && CURSOR.matcher(after).matches() ? after : null);
    }

    /** Where one turns to from here. */
    static Turn turn(String path, Page<?> page) {
        return Turn.of(
                page,
                (number, after) ->
                        path + (number == 0 ? "" : "?page=" + (number + 1)) + (after == null ? "" : "&after=" + after));
    }
}
