package streaming.ingest;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;

/** {@code /api/channels/{name}/incidents}: what became of encoders, for the channel's owner. */
@Path("channels/{name}/incidents")
@Produces(APPLICATION_JSON)
@RequestScoped
public class IncidentsResource {

    @Inject
    Incidents incidents;

    @Inject
    Caller caller;

    @GET
    public Page<KeyIncident> list(@PathParam("name") String name) {
        var last = incidents.list(caller.get(Scope.KEY_READ), name);
        return new Page<>(last, 0, last.size(), last.size());
    }
}
