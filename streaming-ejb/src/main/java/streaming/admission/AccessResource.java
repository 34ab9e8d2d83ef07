package streaming.admission;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;
import streaming.caller.Scope;

/** {@code /api/channels/{name}/access}: who may watch, for the channel's owner. */
@Path("channels/{name}/access")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class AccessResource {

    @Inject
    Admission admission;

    @Inject
    Caller caller;

    @GET
    public AccessJson get(@PathParam("name") String name) {
        return admission.get(caller.get(Scope.CHANNEL_EDIT), name);
    }

    @PUT
    public AccessJson decide(
            @PathParam("name") String name, @NotNull(message = "Send who may watch as JSON.") AccessInput input) {
        return admission.decide(caller.get(Scope.CHANNEL_EDIT), name, input);
    }
}
