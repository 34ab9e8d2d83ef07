package streaming.push;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;
import streaming.shared.Page;

/** {@code /api/accounts/me/push-subscriptions}: the browsers on which the caller is told, and the key they need. */
@Path("accounts/me/push-subscriptions")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class PushSubscriptionsResource {

    @Inject
    PushSubscriptions subscriptions;

    @Inject
    PushKeys keys;

    @Inject
    Caller caller;

    @GET
    public Page<PushSubscriptionJson> list() {
        var all = subscriptions.list(caller.get());
        return new Page<>(all, 0, PushSubscriptions.MOST, all.size());
    }

    @POST
    public Response add(
            @NotNull(message = "Send the browser's subscription as JSON.") @Valid NewPushSubscription subscription) {
        return Response.status(Response.Status.CREATED)
                .entity(subscriptions.add(caller.get(), caller.device(), subscription))
                .build();
    }

    @GET
    @Path("key")
    public PushKeyJson key() {
        caller.get();
        return new PushKeyJson(keys.publicKey());
    }

    @DELETE
    @Path("{id}")
    @Consumes("*/*")
    public void remove(@PathParam("id") String id) {
        subscriptions.remove(caller.get(), id);
    }
}
