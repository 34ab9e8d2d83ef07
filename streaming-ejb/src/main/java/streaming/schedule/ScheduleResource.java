package streaming.schedule;

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
import jakarta.ws.rs.core.Response;
import streaming.access.Viewers;
import streaming.access.Watching;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/schedule}: what is planned. */
@Path("channels/{name}/schedule")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class ScheduleResource {

    @Inject
    Schedule schedule;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @Inject
    Caller caller;

    @GET
    public Page<PlannedStreamJson> list(@PathParam("name") String name) {
        watching.check(viewers.current(), name);
        var streams = schedule.of(name);
        return new Page<>(streams, 0, streams.size(), streams.size());
    }

    @POST
    public Response plan(
            @PathParam("name") String name, @NotNull(message = "Send the stream as JSON.") PlannedStreamInput input) {
        var planned = schedule.plan(caller.get(Scope.CHANNEL_EDIT), name, input);
        return Response.status(Response.Status.CREATED).entity(planned).build();
    }

    @DELETE
    @Path("{id}")
    @Consumes("*/*")
    public void cancel(@PathParam("name") String name, @PathParam("id") String id) {
        schedule.cancel(caller.get(Scope.CHANNEL_EDIT), name, Parameter.id("id", id));
    }
}
