package streaming.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import streaming.caller.Caller;
import streaming.caller.Scope;

/** {@code /api/accounts}: sign-up, and oneself. */
@Path("accounts")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class AccountsResource {

    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @POST
    public Response signUp(@NotNull(message = "Send the account as JSON.") SignUp input) {
        return Response.status(Response.Status.CREATED)
                .entity(AccountJson.of(accounts.signUp(input)))
                .build();
    }

    @GET
    @Path("me")
    public AccountJson me() {
        return AccountJson.of(accounts.get(caller.get(Scope.CHANNEL_READ).id()));
    }
}
