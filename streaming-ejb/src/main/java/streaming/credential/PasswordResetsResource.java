package streaming.credential;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** {@code /api/password-resets}: a new password for somebody who forgot theirs. */
@Path("password-resets")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class PasswordResetsResource {

    @Inject
    PasswordResets resets;

    @POST
    public Response request(@NotNull(message = "Send the address as JSON.") AddressGiven given) {
        resets.request(given);
        return Response.accepted().build();
    }

    /** The token is in the body: addresses get into logs. */
    @POST
    @Path("completion")
    public void complete(@NotNull(message = "Send the token and the password as JSON.") PasswordReset reset) {
        resets.reset(reset);
    }
}
