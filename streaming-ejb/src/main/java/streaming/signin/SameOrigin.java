package streaming.signin;

import java.net.URI;

/** Whether what a browser sends along with our cookie comes from our own pages (RFC 6454). */
public final class SameOrigin {

    private SameOrigin() {}

    /** Takes the headers {@code Origin} and {@code Host}; null where the request has none. */
    public static boolean isOurs(String origin, String host) {
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
