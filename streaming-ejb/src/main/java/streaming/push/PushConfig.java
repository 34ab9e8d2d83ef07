package streaming.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the site pushes, whom push services turn to about it, and where they may be. */
@ApplicationScoped
public class PushConfig {

    @Inject
    @ConfigProperty(name = "streaming.push.enabled", defaultValue = "true")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "streaming.push.contact")
    Optional<String> contact;

    @Inject
    @ConfigProperty(name = "streaming.push.private-network", defaultValue = "false")
    boolean privateNetwork;

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    URI site;

    public boolean enabled() {
        return enabled;
    }

    /** An address, {@code mailto:} or {@code https:} (RFC 8292 §2.1); by default the site's own, if it has TLS. */
    Optional<String> contact() {
        return contact.or(() -> Optional.of(site.toString()).filter(address -> address.startsWith("https:")));
    }

    /** Whether a push service may be within our own network, and do without TLS. */
    boolean privateNetwork() {
        return privateNetwork;
    }
}
