package streaming.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: nobody is about to stop this node. Who is sets {@code streaming.drain} first, so that load balancers send
 * nobody any more.
 */
@Readiness
@ApplicationScoped
public class Draining implements HealthCheck {

    @Inject
    Config config;

    @Override
    public HealthCheckResponse call() {
        var draining = config.getOptionalValue("streaming.drain", Boolean.class).orElse(false);
        return HealthCheckResponse.named("serving").status(!draining).build();
    }
}
