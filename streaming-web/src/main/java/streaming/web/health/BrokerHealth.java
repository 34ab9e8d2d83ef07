package streaming.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import streaming.event.ChannelEvents;

/** Ready means: the broker took what was last sent; the audience's leases make that never older than a second. */
@Readiness
@ApplicationScoped
public class BrokerHealth implements HealthCheck {

    @EJB
    ChannelEvents events;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(events.isConnected()).build();
    }
}
