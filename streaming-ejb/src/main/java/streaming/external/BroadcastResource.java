package streaming.external;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import streaming.access.Viewers;
import streaming.access.Watching;
import streaming.caller.Caller;
import streaming.caller.Scope;

/** {@code /api/channels/{name}/broadcast}: what is on, and its start, renewal and end by a program of the owner's. */
@Path("channels/{name}/broadcast")
@Produces(APPLICATION_JSON)
@RequestScoped
public class BroadcastResource {

    @Inject
    ExternalBroadcasts broadcasts;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @Inject
    Caller caller;

    @GET
    public BroadcastJson get(@PathParam("name") String name) {
        watching.check(viewers.current(), name);
        return broadcasts.get(name);
    }

    @POST
    @Consumes(APPLICATION_JSON)
    public Response tell(
            @PathParam("name") String name, @NotNull(message = "Send the address as JSON.") NewBroadcast given) {
        var told = broadcasts.tell(caller.get(Scope.CHANNEL_BROADCAST), name, given);
        var answer = told.begun()
                ? Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/channels/" + name + "/broadcast")
                : Response.ok();
        return answer.entity(told.broadcast()).build();
    }

    @DELETE
    public void end(@PathParam("name") String name) {
        broadcasts.end(caller.get(Scope.CHANNEL_BROADCAST), name);
    }
}
