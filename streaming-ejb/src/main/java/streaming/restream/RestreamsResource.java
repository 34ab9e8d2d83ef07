package streaming.restream;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/restreams}: the other servers that a channel is sent on to. */
@Path("channels/{name}/restreams")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class RestreamsResource {

    @Inject
    Restreams restreams;

    @Inject
    Caller caller;

    @GET
    public Page<RestreamJson> list(@PathParam("name") String name) {
        var all = restreams.list(caller.get(Scope.CHANNEL_EDIT), name);
        return new Page<>(all, 0, all.size(), all.size());
    }

    @POST
    public Response add(
            @PathParam("name") String name, @NotNull(message = "Send the server as JSON.") NewRestream input) {
        var added = restreams.add(caller.get(Scope.CHANNEL_EDIT), name, input);
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @PATCH
    @Path("{id}")
    public RestreamJson edit(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @NotNull(message = "Send what changes as JSON.") RestreamEdit edit) {
        return restreams.edit(caller.get(Scope.CHANNEL_EDIT), name, Parameter.id("id", id), edit);
    }

    @DELETE
    @Path("{id}")
    @Consumes("*/*")
    public void remove(@PathParam("name") String name, @PathParam("id") String id) {
        restreams.remove(caller.get(Scope.CHANNEL_EDIT), name, Parameter.id("id", id));
    }
}
