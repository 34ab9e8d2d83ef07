package streaming.gate;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The proxies in front of the site, whose word about the client is taken; nobody else's is. */
final class Proxies {

    private static final String SETTING = "streaming.proxies";
    private static final String LOOPBACK = "127.0.0.0/8,::1";

    private final List<Network> networks;

    private Proxies(List<Network> networks) {
        this.networks = networks;
    }

    /** Reads addresses and blocks of them, with commas. */
    static Proxies of(String setting) {
        return new Proxies(Arrays.stream(setting.split(","))
                .filter(text -> !text.isBlank())
                .map(text -> Network.find(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s: '%s' is neither an address nor a block of them".formatted(SETTING, text.strip()))))
                .toList());
    }

    boolean contain(String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    static Proxies configured() {
        return Configured.PROXIES;
    }

    /** Read once: it is asked in every request, and by plain classes that nothing is injected into. */
    private static final class Configured {
        static final Proxies PROXIES = of(ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .orElse(LOOPBACK));
    }
}
