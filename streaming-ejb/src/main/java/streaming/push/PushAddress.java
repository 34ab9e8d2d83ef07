package streaming.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.gate.Network;
import streaming.gate.PublicInternet;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;

/**
 * Where a push service takes messages for one browser. Whoever is signed in can name one, so it must not lead into our
 * own network: what it says is looked at when it is given, what its name resolves to each time before something is sent.
 */
record PushAddress(URI uri) {

    private static final Pattern NAME = Pattern.compile("([a-z0-9_-]+\\.)+[a-z][a-z0-9-]*\\.?");

    /**
     * Reads what a browser gave.
     *
     * @throws InvalidInput it is no address, has no TLS, or leads into a private network
     */
    static PushAddress of(String text, boolean privateNetwork) {
        return find(text)
                .filter(found -> privateNetwork || found.isOutside())
                .orElseThrow(() -> new InvalidInput(
                        "endpoint", "Send the address that the browser gave: https, and of a public server."));
    }

    private static Optional<PushAddress> find(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                            && uri.getUserInfo() == null
                            && List.of("https", "http").contains(uri.getScheme())
                    ? Optional.of(new PushAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOutside() {
        var host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""); // of an IPv6 address
        var isAddress = Network.find(host).isPresent();
        return uri.getScheme().equals("https")
                && (isAddress ? PublicInternet.has(host) : NAME.matcher(host).matches());
    }

    /**
     * Whether its name leads nowhere but to public addresses now. The JVM remembers the answer for longer than it takes
     * to connect, so what is connected to is what was looked at.
     */
    boolean isPublicNow() throws IOException {
        return Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(PublicInternet::has);
    }

    byte[] hash() {
        return new Secret(uri.toString()).hash();
    }

    /** The push service's name: the path is a secret. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
