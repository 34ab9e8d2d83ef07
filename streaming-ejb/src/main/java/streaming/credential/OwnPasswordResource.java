package streaming.credential;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;

/** {@code /api/accounts/me/password}: one's own password. */
@Path("accounts/me/password")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class OwnPasswordResource {

    @Inject
    OwnPassword password;

    @Inject
    Caller caller;

    @PUT
    public void change(@NotNull(message = "Send the old and the new password as JSON.") PasswordChange change) {
        password.change(caller.get(), change);
    }
}
