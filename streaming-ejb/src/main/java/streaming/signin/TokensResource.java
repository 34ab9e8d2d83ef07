package streaming.signin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;
import streaming.caller.SignInRequired;

/** {@code /api/tokens}: signing in to the API, staying in, signing out. */
@Path("tokens")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
@RequestScoped
public class TokensResource {

    @Inject
    Tokens tokens;

    @Inject
    SignIns signIns;

    @Inject
    Caller caller;

    @POST
    public TokensJson signIn(@NotNull(message = "Send login and password as JSON.") @Valid Credentials credentials) {
        return tokens.signIn(credentials, caller.device());
    }

    @POST
    @Path("refresh")
    public TokensJson refresh(@NotNull(message = "Send the refresh token as JSON.") @Valid RefreshJson body) {
        return tokens.refresh(body.refreshToken(), caller.device()).orElseThrow(DeadToken::new);
    }

    @DELETE
    @Consumes("*/*")
    public void signOut() {
        var who = caller.find().orElseThrow(SignInRequired::new);
        signIns.end(who, who.signIn());
    }
}
