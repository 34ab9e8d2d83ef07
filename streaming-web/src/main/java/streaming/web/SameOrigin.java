package streaming.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Whether a request that a browser sends with our cookie comes from our own pages (RFC 6454). */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static boolean allows(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || isOurs(request.getHeader("Origin"), request.getHeader("Host"));
    }

    static boolean isOurs(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false; // no address at all, so not ours
        }
    }
}
