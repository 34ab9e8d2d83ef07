package streaming.signin;

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
import streaming.caller.Caller;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/accounts/me/sign-ins}: where one is signed in, one's personal tokens, and the end of each. */
@Path("accounts/me/sign-ins")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class SignInsResource {

    @Inject
    SignIns signIns;

    @Inject
    PersonalTokens personalTokens;

    @Inject
    Caller caller;

    @GET
    public Page<SignInJson> list() {
        var all = signIns.list(caller.get());
        return new Page<>(all, 0, all.size(), all.size());
    }

    /** Signs out everywhere but here. */
    @DELETE
    @Consumes("*/*")
    public void endOthers() {
        signIns.endOthers(caller.get());
    }

    @DELETE
    @Path("{id}")
    @Consumes("*/*")
    public void end(@PathParam("id") String id) {
        signIns.end(caller.get(), Parameter.id("id", id));
    }

    @POST
    @Path("personal")
    public Response make(@NotNull(message = "Send name, scopes and days as JSON.") NewPersonalToken input) {
        return Response.status(Response.Status.CREATED)
                .entity(personalTokens.make(caller.get(), input))
                .build();
    }
}
