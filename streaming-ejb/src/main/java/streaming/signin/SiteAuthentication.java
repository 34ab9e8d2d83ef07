package streaming.signin;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;

/**
 * Says who asks: by the bearer token (RFC 6750), else by the site's cookie. A cookie comes along with what another site
 * makes the browser send, so with it an unsafe method, or a WebSocket's handshake, needs our own {@code Origin}. It is
 * in this module because Soteria gives one mechanism to all WARs of an EAR and each must be able to load it.
 */
@ApplicationScoped
public class SiteAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Caller caller;

    @Inject
    KnownSignIns signIns;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return authenticate(request, response, context);
        } catch (EJBException fault) { // no database: whoever needs to know who asks gets the fault
            caller.isUnknownFor(fault);
            return nobody(response, context);
        }
    }

    private AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        caller.comesFrom(Device.of(request));
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER) && isForPrograms(request)) {
            var token = authorization.substring(BEARER.length()).strip();
            return signIn(signIns.findByToken(token, caller.device()), response, context);
        }
        var session = sessionCookie(request);
        if (session.isPresent() && comesFromUs(request)) {
            return signIn(signIns.findByCookie(session.get(), caller.device()), response, context);
        }
        return nobody(response, context);
    }

    private AuthenticationStatus signIn(
            Optional<SignedIn> found, HttpServletResponse response, HttpMessageContext context) {
        if (found.isEmpty()) {
            return nobody(response, context);
        }
        var who = found.get();
        caller.is(who);
        return context.notifyContainerAboutLogin(
                who.username(),
                who.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /** Pages that need a sign-in lead to it; the API's own answers come from its resources. */
    private static AuthenticationStatus nobody(HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        try {
            response.sendRedirect(
                    "/login?next=" + URLEncoder.encode(context.getRequest().getRequestURI(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The pages are for browsers: a token that leaked must not open them. */
    private static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/ws/");
    }

    private static boolean comesFromUs(HttpServletRequest request) {
        var onlyReads = SAFE.contains(request.getMethod()) && request.getHeader("Sec-WebSocket-Key") == null;
        return onlyReads || SameOrigin.isOurs(request.getHeader("Origin"), request.getHeader("Host"));
    }

    private static Optional<String> sessionCookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
