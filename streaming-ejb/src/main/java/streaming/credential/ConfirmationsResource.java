package streaming.credential;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code /api/confirmations}: using a link that was mailed to an address. */
@Path("confirmations")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class ConfirmationsResource {

    @Inject
    Addresses addresses;

    @POST
    public void confirm(@NotNull(message = "Send the token of the link as JSON.") @Valid LinkToken token) {
        addresses.confirm(token);
    }
}
