package streaming.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import streaming.oidc.Tickets;

/** A cookie that holds a ticket of a sign-in with a provider until the browser is back, or the visitor has decided. */
enum TicketCookie {
    ATTEMPT("streaming_sso"),
    IDENTITY("streaming_sso_identity");

    private final String cookieName;

    TicketCookie(String cookieName) {
        this.cookieName = cookieName;
    }

    void set(String ticket, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(SessionCookie.cookie(cookieName, request, ticket, (int) Tickets.LIFETIME.toSeconds()));
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(SessionCookie.cookie(cookieName, request, "", 0));
    }

    /** Its value; null where the browser has none. */
    String value(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(cookieName))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
