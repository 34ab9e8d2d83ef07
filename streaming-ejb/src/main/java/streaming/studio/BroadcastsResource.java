package streaming.studio;

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

/** {@code /api/channels/{name}/broadcasts}: who watched the last ones. */
@Path("channels/{name}/broadcasts")
@Produces(APPLICATION_JSON)
@RequestScoped
public class BroadcastsResource {

    @Inject
    Studio studio;

    @Inject
    Caller caller;

    @GET
    public Page<BroadcastReport> list(@PathParam("name") String name) {
        var last = studio.broadcasts(caller.get(Scope.CHANNEL_READ), name);
        return new Page<>(last, 0, Studio.LAST, last.size());
    }
}
