package streaming.credential;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;

/** {@code /api/accounts/me/email}: one's own address. What it asks for happens once a mailed link is used. */
@Path("accounts/me/email")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class OwnAddressResource {

    @Inject
    Addresses addresses;

    @Inject
    Caller caller;

    @PUT
    public Response change(@NotNull(message = "Send the address and your password as JSON.") AddressChange change) {
        addresses.requestChange(caller.get(), change);
        return Response.accepted().build();
    }

    @POST
    @Path("confirmation")
    @Consumes("*/*")
    public Response sendAgain() {
        addresses.sendAgain(caller.get());
        return Response.accepted().build();
    }
}
