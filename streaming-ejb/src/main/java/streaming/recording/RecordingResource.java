package streaming.recording;

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
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Parameter;

/** {@code /api/recordings/{id}}: one recording. */
@Path("recordings/{id}")
@Produces(APPLICATION_JSON)
@RequestScoped
public class RecordingResource {

    @Inject
    Recordings recordings;

    @Inject
    Caller caller;

    @GET
    public RecordingJson get(@PathParam("id") String id) {
        return recordings.get(caller.find().orElse(null), Parameter.id("id", id));
    }

    @PATCH
    @Consumes(APPLICATION_JSON)
    public RecordingJson edit(
            @PathParam("id") String id, @NotNull(message = "Send the changes as JSON.") RecordingEdit edit) {
        return recordings.edit(caller.get(Scope.CHANNEL_EDIT), Parameter.id("id", id), edit);
    }

    @DELETE
    public void delete(@PathParam("id") String id) {
        recordings.delete(caller.get(Scope.CHANNEL_EDIT), Parameter.id("id", id));
    }

    /** Has one that failed remuxed once more. */
    @POST
    @Path("retry")
    public void retry(@PathParam("id") String id) {
        recordings.retry(caller.get(Scope.CHANNEL_EDIT), Parameter.id("id", id));
    }
}
