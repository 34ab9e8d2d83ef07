package streaming.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import streaming.gate.Network;
import streaming.shared.InvalidInput;
import streaming.shared.Secret;

/**
 * Where a push service takes messages for one browser. Whoever is signed in can name one, so it must not lead into our
 * own network: what it says is looked at when it is given, what its name resolves to each time before something is sent.
 */
record PushAddress(URI uri) {

    private static final Pattern NAME = Pattern.compile("([a-z0-9_-]+\\.)+[a-z][a-z0-9-]*\\.?");

    /** Not globally reachable (IANA's special-purpose registries), or a way from IPv6 into IPv4. */
    private static final List<Network> NOWHERE = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final Network GLOBAL_IPV6 = networks("2000::/3").get(0);

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
                && (isAddress ? isPublic(host) : NAME.matcher(host).matches());
    }

    /**
     * Whether its name leads nowhere but to public addresses now. The JVM remembers the answer for longer than it takes
     * to connect, so what is connected to is what was looked at.
     */
    boolean isPublicNow() throws IOException {
        return Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(PushAddress::isPublic);
    }

    private static boolean isPublic(InetAddress address) {
        try {
            // by its bytes: the text of a local address may name a network card
            return isPublic(InetAddress.getByAddress(address.getAddress()).getHostAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPublic(String address) {
        var nowhere = NOWHERE.stream().anyMatch(network -> network.contains(address));
        return !nowhere && (!address.contains(":") || GLOBAL_IPV6.contains(address));
    }

    private static List<Network> networks(String... blocks) {
        return Stream.of(blocks).map(block -> Network.find(block).orElseThrow()).toList();
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
