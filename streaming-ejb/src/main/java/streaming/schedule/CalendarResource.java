package streaming.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import streaming.access.Viewers;
import streaming.access.Watching;

/** {@code /api/channels/{name}/schedule.ics}: what is planned, for calendars that subscribe to it. */
@Path("channels/{name}/schedule.ics")
@RequestScoped
public class CalendarResource {

    @Inject
    Schedule schedule;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "streaming.site.url", defaultValue = "http://127.0.0.1:8080")
    String site;

    @GET
    @Produces("text/calendar;charset=UTF-8")
    public Response read(@PathParam("name") String name) {
        watching.check(viewers.current(), name);
        return Response.ok(Calendar.of(name, schedule.of(name), site + "/" + name, clock.instant()))
                .header("Content-Disposition", "inline; filename=\"%s.ics\"".formatted(name))
                .build();
    }
}
