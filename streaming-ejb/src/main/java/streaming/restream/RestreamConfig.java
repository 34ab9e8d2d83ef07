package streaming.restream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** To how many other servers a channel may be sent, and where those may be. */
@ApplicationScoped
public class RestreamConfig {

    @Inject
    @ConfigProperty(name = "streaming.restream.most", defaultValue = "5")
    int most;

    @Inject
    @ConfigProperty(name = "streaming.restream.private-network", defaultValue = "false")
    boolean privateNetwork;

    /** Zero lets nobody. */
    public int most() {
        return most;
    }

    /** Whether they may be within our own network. */
    boolean privateNetwork() {
        return privateNetwork;
    }
}
