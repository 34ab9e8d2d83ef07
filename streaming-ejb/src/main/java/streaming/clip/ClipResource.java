package streaming.clip;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Parameter;

/** {@code /api/clips/{id}}: one clip. */
@Path("clips/{id}")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ClipResource {

    @Inject
    Clips clips;

    @Inject
    Caller caller;

    @GET
    public ClipJson get(@PathParam("id") String id) {
        return clips.get(caller.find().orElse(null), Parameter.id("id", id));
    }

    @DELETE
    public void delete(@PathParam("id") String id) {
        clips.delete(caller.get(Scope.CHANNEL_EDIT), Parameter.id("id", id));
    }
}
