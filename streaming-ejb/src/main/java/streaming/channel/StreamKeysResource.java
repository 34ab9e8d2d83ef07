package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/keys}: the keys that encoders publish with, for the channel's owner. */
@Path("channels/{name}/keys")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class StreamKeysResource {

    @Inject
    StreamKeys keys;

    @Inject
    Caller caller;

    @GET
    public Page<StreamKeyJson> list(@PathParam("name") String name) {
        var all = keys.list(caller.get(Scope.KEY_READ), name);
        return new Page<>(all, 0, all.size(), all.size());
    }

    @POST
    public Response make(
            @PathParam("name") String name, @NotNull(message = "Send the key as JSON.") StreamKeyInput input) {
        return Response.status(Response.Status.CREATED)
                .entity(keys.make(caller.get(), name, input))
                .build();
    }

    @GET
    @Path("{id}")
    public StreamKeyJson show(@PathParam("name") String name, @PathParam("id") String id) {
        return keys.show(caller.get(Scope.KEY_READ), name, Parameter.id("id", id));
    }

    @PUT
    @Path("{id}")
    public StreamKeyJson change(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @NotNull(message = "Send the key as JSON.") StreamKeyInput input) {
        return keys.change(caller.get(), name, Parameter.id("id", id), input);
    }

    @POST
    @Path("{id}/replacement")
    @Consumes("*/*")
    public StreamKeyJson replace(
            @PathParam("name") String name, @PathParam("id") String id, @QueryParam("endStream") String endStream) {
        return keys.replace(caller.get(), name, Parameter.id("id", id), ends(endStream));
    }

    @DELETE
    @Path("{id}")
    @Consumes("*/*")
    public void revoke(
            @PathParam("name") String name, @PathParam("id") String id, @QueryParam("endStream") String endStream) {
        keys.revoke(caller.get(), name, Parameter.id("id", id), ends(endStream));
    }

    private static boolean ends(String endStream) {
        return Boolean.TRUE.equals(Parameter.flag("endStream", endStream));
    }
}
