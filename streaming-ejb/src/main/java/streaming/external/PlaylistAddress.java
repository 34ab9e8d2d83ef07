package streaming.external;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import streaming.shared.InvalidInput;

/**
 * Where an encoder puts its HLS playlist. Only viewers' browsers ever ask for it, never this server; their page may ask
 * its origin (RFC 6454) and no other, so that the origin must be one that a Content-Security-Policy can name.
 */
public record PlaylistAddress(URI uri) {

    static final int LONGEST = 500;

    private static final String FIELD = "hlsUrl";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** Refuses with {@link InvalidInput} what is no whole address, and plain HTTP unless that is taken. */
    static PlaylistAddress of(String text, boolean plainHttp) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST) {
            throw new InvalidInput(FIELD, "Use at most %d characters.".formatted(LONGEST));
        }
        try {
            var uri = new URI(stripped);
            if (!isTaken(uri, plainHttp)) {
                throw new InvalidInput(
                        FIELD,
                        "Give the whole address of a playlist, which begins with https://%s and a host's name."
                                .formatted(plainHttp ? " or http://" : ""));
            }
            return new PlaylistAddress(uri);
        } catch (URISyntaxException e) {
            throw new InvalidInput(FIELD, "This is no address (RFC 3986).");
        }
    }

    private static boolean isTaken(URI uri, boolean plainHttp) {
        var scheme = uri.getScheme();
        return ("https".equals(scheme) || (plainHttp && "http".equals(scheme)))
                && uri.getHost() != null
                && HOST.matcher(uri.getHost()).matches()
                && uri.getPort() < 65_536
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.toASCIIString().equals(uri.toString());
    }

    String text() {
        return uri.toString();
    }

    /** The origin of a channel's {@code hlsUrl}; null where that is a path of our own. */
    public static String originOf(String hlsUrl) {
        if (hlsUrl.startsWith("/")) {
            return null;
        }
        var uri = URI.create(hlsUrl);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
