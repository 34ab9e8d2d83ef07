package streaming.passkey;

import java.net.URI;
import java.util.Locale;

/** Whom a passkey is for: the site's host name, and the origin that its pages have (WebAuthn §5.1.2). */
public record RelyingParty(String id, String origin) {

    /**
     * The site as the browser calls it. A passkey for the site's configured host is good on the hosts beneath it, too;
     * under a name that is not configured, it is for that name alone.
     *
     * @param site the configured address, or null
     * @param origin the request's {@code Origin}, which was found to be our own
     */
    public static RelyingParty of(URI site, String origin) {
        var host = host(URI.create(origin));
        var configured = site == null ? host : host(site);
        var ours = host.equals(configured) || host.endsWith("." + configured);
        return new RelyingParty(ours ? configured : host, origin);
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
