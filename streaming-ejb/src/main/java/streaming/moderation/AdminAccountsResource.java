package streaming.moderation;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import streaming.caller.Caller;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/admin/accounts}: all accounts, for staff; their roles and whether they are active, for admins. */
@Path("admin/accounts")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class AdminAccountsResource {

    @Inject
    AdminAccounts accounts;

    @Inject
    Caller caller;

    @GET
    public Page<AdminAccount> search(
            @QueryParam("q") String text, @QueryParam("page") String page, @QueryParam("size") String size) {
        return accounts.search(
                caller.get(),
                Optional.ofNullable(Parameter.text("q", text, 254)).orElse(""),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue());
    }

    @PATCH
    @Path("{username}")
    public AdminAccount change(
            @PathParam("username") String username,
            @NotNull(message = "Send active, or roles, as JSON.") AccountChange change) {
        return accounts.change(caller.get(), username, change);
    }
}
