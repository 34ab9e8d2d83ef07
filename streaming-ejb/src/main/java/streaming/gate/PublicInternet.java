package streaming.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are everybody's: what somebody names to us must not lead into our own network. */
public final class PublicInternet {

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

    private PublicInternet() {}

    /** Whether it is globally reachable. */
    public static boolean has(InetAddress address) {
        try {
            // by its bytes: the text of a local address may name a network card
            return has(InetAddress.getByAddress(address.getAddress()).getHostAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether this text is an address that is globally reachable. */
    public static boolean has(String address) {
        var nowhere = NOWHERE.stream().anyMatch(network -> network.contains(address));
        return !nowhere && (!address.contains(":") || GLOBAL_IPV6.contains(address));
    }

    private static List<Network> networks(String... blocks) {
        return Stream.of(blocks).map(block -> Network.find(block).orElseThrow()).toList();
    }
}
