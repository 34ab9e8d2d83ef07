package streaming.external;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which addresses broadcasts may be at, and for how long they live without a word of their encoder. */
@ApplicationScoped
public class ExternalConfig {

    @Inject
    @ConfigProperty(name = "streaming.external.http", defaultValue = "false")
    boolean plainHttp;

    @Inject
    @ConfigProperty(name = "streaming.external.lease.seconds", defaultValue = "60")
    int leaseSeconds;

    /** Whether addresses without TLS are taken: for sites that have none themselves. */
    boolean takesPlainHttp() {
        return plainHttp;
    }

    Duration lease() {
        return Duration.ofSeconds(leaseSeconds);
    }
}
