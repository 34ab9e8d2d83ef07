package streaming.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request comes from, and whether it came by TLS. What {@code X-Forwarded-For} and {@code X-Forwarded-Proto} say
 * is believed only of our own proxies ({@code streaming.proxies}): each adds whom it sees at the right end, and what
 * stands left of the first stranger may be made up.
 */
public record Client(String address, boolean secure) {

    private static final Pattern PORT = Pattern.compile("^(?:\\[(.*)](?::\\d+)?|([0-9.]+):\\d+)$");

    public static Client of(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        var proxies = Proxies.configured();
        var chain = Collections.list(request.getHeaders("X-Forwarded-For"));
        return new Client(
                address(peer, chain, proxies),
                isSecure(request.isSecure(), proxies.contain(peer), request.getHeader("X-Forwarded-Proto")));
    }

    /** The address nearest to us that is none of our proxies; {@code chain} has the header's values in their order. */
    static String address(String peer, List<String> chain, Proxies proxies) {
        var hops = chain.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(hop -> PORT.matcher(hop.strip()).replaceFirst("$1$2"))
                .toList();
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && proxies.contain(client) && Network.isAddress(hops.get(i)); i--) {
            client = hops.get(i);
        }
        return client;
    }

    /** The server itself may have taken the header's word; so with a header only a proxy's counts. */
    static boolean isSecure(boolean serverSays, boolean fromProxy, String forwarded) {
        if (forwarded == null) {
            return serverSays;
        }
        return fromProxy && forwarded.strip().equalsIgnoreCase("https");
    }
}
