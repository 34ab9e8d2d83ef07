package streaming.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import streaming.account.Sessions;

/** The cookie that holds the site's session: out of reach of scripts and of other sites. */
final class SessionCookie {

    private SessionCookie() {}

    static Optional<String> find(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void set(String value, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, value, Sessions.LIFETIME));
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", Duration.ZERO));
    }

    private static Cookie cookie(HttpServletRequest request, String value, Duration lifetime) {
        var cookie = new Cookie(Sessions.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto")));
        cookie.setMaxAge((int) lifetime.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
