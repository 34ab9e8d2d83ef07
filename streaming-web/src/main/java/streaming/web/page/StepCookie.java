package streaming.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Stream;
import streaming.gate.Client;
import streaming.passkey.Challenges;
import streaming.signin.PendingSignIns;

/** The cookies of a sign-in on its way: they bind it to the browser that began it, and open nothing by themselves. */
enum StepCookie {
    /** The password was right, and the second factor is awaited. */
    SECOND_STEP("streaming_second_step", PendingSignIns.LIFETIME),
    /** What a passkey is to sign. */
    CHALLENGE("streaming_challenge", Challenges.LIFETIME);

    private final String title;
    private final Duration lifetime;

    StepCookie(String title, Duration lifetime) {
        this.title = title;
        this.lifetime = lifetime;
    }

    /** Its value in this request; empty where there is none. */
    String of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(title))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    void set(String value, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, value, (int) lifetime.toSeconds()));
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(title, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(Client.of(request).secure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
