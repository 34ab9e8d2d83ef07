package streaming.ingest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import streaming.shared.Secret;

/** Which ingest nodes there are, the secret of each, and where each is controlled. */
@ApplicationScoped
public class IngestConfig {

    @Inject
    @ConfigProperty(name = "streaming.ingest.nodes", defaultValue = "local")
    List<String> nodes;

    @Inject
    @ConfigProperty(name = "streaming.rtmp.port", defaultValue = "1935")
    int rtmpPort;

    @Inject
    @ConfigProperty(name = "streaming.rtmps.port")
    Optional<Integer> rtmpsPort;

    @Inject
    Config config;

    private final Map<String, String> secrets = new HashMap<>();

    public List<String> nodes() {
        return nodes;
    }

    /** The port that encoders publish to, as the settings page shows it. */
    public int rtmpPort() {
        return rtmpPort;
    }

    /** Where encoders publish to, on a host; the encrypted address first, where there is one. */
    public List<String> rtmpUrls(String host) {
        var plain = "rtmp://%s:%d/app".formatted(host, rtmpPort);
        return rtmpsPort
                .map(port -> List.of("rtmps://%s:%d/app".formatted(host, port), plain))
                .orElse(List.of(plain));
    }

    /** The base address of a node's loopback server, which has {@code /boot}, {@code /stat} and {@code /control}. */
    public URI control(String node) {
        return URI.create(
                config.getOptionalValue(name(node, "control"), String.class).orElse("http://127.0.0.1:18081"));
    }

    /** Where encoders publish to at a node: the application on its public port. */
    public URI rtmp(String node) {
        return URI.create(config.getOptionalValue(name(node, "rtmp"), String.class)
                .orElseGet(() -> "rtmp://%s:%d/app".formatted(control(node).getHost(), rtmpPort)));
    }

    /** Where a node gives streams to our own programs, and takes renditions from them: {@code rtmp://host:port}. */
    public URI tap(String node) {
        return config.getOptionalValue(name(node, "tap"), URI.class).orElseGet(() -> {
            var host = control(node).getHost();
            return URI.create("rtmp://%s:%d".formatted(host.equals("127.0.0.1") ? "127.0.0.2" : host, rtmpPort));
        });
    }

    /** The word that opens it; nginx.sh makes the same. */
    public String tapWord(String node) {
        var secret = new Secret("tap " + secretOf(node));
        return HexFormat.of().formatHex(secret.hash()).substring(0, 32);
    }

    /** What the application shows to a node, so that it tells more than others may know; empty where none is set. */
    public String secretOf(String node) {
        return secrets.getOrDefault(node, "");
    }

    /** Whether the secret is this node's; takes the same time for every wrong one. */
    public boolean isSecretOf(String node, String secret) {
        var expected = secrets.get(node);
        return expected != null && MessageDigest.isEqual(bytes(expected), bytes(secret));
    }

    /** The secrets are read once: a look-up asks every source of the configuration, and each encoder waits for it. */
    @PostConstruct
    void readSecrets() {
        for (var node : nodes) {
            config.getOptionalValue(name(node, "secret"), String.class).ifPresent(secret -> secrets.put(node, secret));
        }
    }

    private static String name(String node, String property) {
        return "streaming.ingest.%s.%s".formatted(node.toLowerCase(Locale.ROOT), property);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
