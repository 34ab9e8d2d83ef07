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

/** {@code /api/channels/{name}/health}: how the stream comes in. */
@Path("channels/{name}/health")
@Produces(APPLICATION_JSON)
@RequestScoped
public class StreamHealthResource {

    @Inject
    Studio studio;

    @Inject
    Caller caller;

    @GET
    public StreamHealthJson get(@PathParam("name") String name) {
        return studio.health(caller.get(Scope.CHANNEL_READ), name);
    }
}
