package streaming.admission;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** {@code /api/channels/{name}/tickets}: whom the channel's owner lets in. */
@Path("channels/{name}/tickets")
@Produces(APPLICATION_JSON)
@RequestScoped
public class TicketsResource {

    @Inject
    Tickets tickets;

    @Inject
    Caller caller;

    @GET
    public Page<TicketJson> list(
            @PathParam("name") String name, @QueryParam("page") String page, @QueryParam("size") String size) {
        return tickets.list(
                caller.get(Scope.CHANNEL_EDIT),
                name,
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 100L, 1, 200).intValue());
    }

    @PUT
    @Path("{account}")
    @Consumes(APPLICATION_JSON)
    public TicketJson grant(
            @PathParam("name") String name,
            @PathParam("account") String account,
            @NotNull(message = "Send a JSON object; {} for a ticket without end.") TicketInput input) {
        return tickets.grant(caller.get(Scope.CHANNEL_EDIT), name, account, input);
    }

    @DELETE
    @Path("{account}")
    public void revoke(@PathParam("name") String name, @PathParam("account") String account) {
        tickets.revoke(caller.get(Scope.CHANNEL_EDIT), name, account);
    }
}
