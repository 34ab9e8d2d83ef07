package streaming.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import streaming.gate.Client;
import streaming.signin.Sessions;

/** The cookie that holds the site's session: out of reach of scripts and of other sites. */
final class SessionCookie {

    private SessionCookie() {}

    /** Sets it: for as long as the session holds, or until the browser is closed. */
    static void set(String value, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(
                cookie(Sessions.COOKIE, request, value, remember ? (int) Sessions.REMEMBERED.toSeconds() : -1));
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(Sessions.COOKIE, request, "", 0));
    }

    /** A cookie of the site by any name. */
    static Cookie cookie(String name, HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(Client.of(request).secure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
