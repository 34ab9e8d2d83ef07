package streaming.clip;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;
import streaming.shared.Parameter;

/** {@code /api/recordings/{id}/clips}: where pieces of a recording are marked. */
@Path("recordings/{id}/clips")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class ClipsResource {

    @Inject
    Clips clips;

    @Inject
    Caller caller;

    @POST
    public Response mark(@PathParam("id") String id, @NotNull(message = "Send the clip as JSON.") NewClip marked) {
        var clip = clips.mark(caller.get(), Parameter.id("id", id), marked);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/clips/" + clip.id())
                .entity(clip)
                .build();
    }
}
