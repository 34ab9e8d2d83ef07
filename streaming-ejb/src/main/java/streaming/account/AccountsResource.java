package streaming.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.util.List;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.image.ImageConfig;
import streaming.shared.FormParts;

/** {@code /api/accounts}: sign-up, and oneself. */
@Path("accounts")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class AccountsResource {

    @Inject
    Accounts accounts;

    @Inject
    Profiles profiles;

    @Inject
    ImageConfig images;

    @Inject
    Caller caller;

    @POST
    public Response signUp(@NotNull(message = "Send the account as JSON.") SignUp input) {
        return Response.status(Response.Status.CREATED)
                .entity(AccountJson.of(accounts.signUp(input)))
                .build();
    }

    @POST
    @Consumes(MULTIPART_FORM_DATA)
    public Response signUp(List<EntityPart> parts) {
        var form = new FormParts(parts);
        return signUp(new SignUp(
                form.text("username"),
                form.text("email"),
                form.text("password"),
                form.text("firstName"),
                form.text("lastName"),
                form.text("phone"),
                form.text("bio"),
                form.file("picture", images.maxBytes()),
                form.text("captcha")));
    }

    @GET
    @Path("me")
    public MeJson me() {
        var who = caller.get(Scope.CHANNEL_READ);
        return who.may(Scope.ACCOUNT) ? me(who.id()) : me(who.id()).withoutContact();
    }

    @PATCH
    @Path("me")
    public MeJson edit(@NotNull(message = "Send what changes as JSON.") ProfileEdit edit) {
        var id = caller.get().id();
        profiles.edit(id, edit);
        return me(id);
    }

    private MeJson me(long id) {
        return MeJson.of(accounts.get(id), profiles.get(id));
    }
}
