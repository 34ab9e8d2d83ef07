package streaming.recording;

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
import jakarta.ws.rs.QueryParam;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/recordings}: what can be watched again, and whether there will be more. */
@Path("channels/{name}/recordings")
@Produces(APPLICATION_JSON)
@RequestScoped
public class RecordingsResource {

    @Inject
    Recordings recordings;

    @Inject
    Caller caller;

    @GET
    public Page<RecordingJson> list(
            @PathParam("name") String name, @QueryParam("page") String page, @QueryParam("size") String size) {
        return recordings.of(
                caller.find().orElse(null),
                name,
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue());
    }

    @GET
    @Path("rules")
    public RecordingRules rules(@PathParam("name") String name) {
        return recordings.rules(caller.get(Scope.CHANNEL_READ), name);
    }

    @PUT
    @Path("rules")
    @Consumes(APPLICATION_JSON)
    public RecordingRules rule(
            @PathParam("name") String name, @NotNull(message = "Send the rules as JSON.") RecordingRules rules) {
        return recordings.rule(caller.get(Scope.CHANNEL_EDIT), name, rules);
    }
}
