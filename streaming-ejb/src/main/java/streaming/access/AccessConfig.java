package streaming.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** On how many devices one may watch at once what is not for everybody, and for how long an address is good. */
@ApplicationScoped
public class AccessConfig {

    @Inject
    @ConfigProperty(name = "streaming.watch.sessions", defaultValue = "3")
    int sessions;

    @Inject
    @ConfigProperty(name = "streaming.watch.seconds", defaultValue = "43200")
    int seconds;

    /** Zero is no limit. */
    public int sessions() {
        return sessions;
    }

    /** How long a token is good; whether its bearer may still watch is asked every few seconds all the same. */
    public Duration tokens() {
        return Duration.ofSeconds(seconds);
    }
}
