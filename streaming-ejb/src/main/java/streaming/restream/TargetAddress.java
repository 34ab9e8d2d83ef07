package streaming.restream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.gate.Network;
import streaming.gate.PublicInternet;
import streaming.shared.InvalidInput;

/** Where another server takes streams: {@code rtmp://host/app} or {@code rtmps://host:port/app}, without the key. */
record TargetAddress(URI uri) {

    private static final Pattern NAME = Pattern.compile("([a-z0-9_-]+\\.)+[a-z][a-z0-9-]*\\.?");
    private static final Pattern APP = Pattern.compile("/[A-Za-z0-9._~/@:!$&'()*+,;=%-]+");
    private static final int RTMP = 1935;
    private static final int RTMPS = 443;

    /**
     * Reads what an owner gave.
     *
     * @throws InvalidInput it is no such address, or leads into a private network
     */
    static TargetAddress of(String text, boolean privateNetwork) {
        return find(text.strip())
                .filter(found -> privateNetwork || found.isOutside())
                .orElseThrow(
                        () -> new InvalidInput(
                                "address",
                                "Give the server's address without the key, such as rtmp://live.example.org/app: of a public server."));
    }

    private static Optional<TargetAddress> find(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return uri.getHost() != null
                            && (scheme.equals("rtmp") || scheme.equals("rtmps"))
                            && uri.getUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() < 65536
                            && APP.matcher(uri.getRawPath()).matches()
                    ? Optional.of(new TargetAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOutside() {
        return Network.find(host()).isPresent()
                ? PublicInternet.has(host())
                : NAME.matcher(host()).matches();
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : hasTls() ? RTMPS : RTMP;
    }

    boolean hasTls() {
        return uri.getScheme().equals("rtmps");
    }

    /** RTMP's application: the path, with the arguments that some servers want there. */
    String app() {
        var path = uri.getRawPath().substring(1).replaceAll("/+$", "");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
