package streaming.follow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.caller.Caller;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/accounts/me/follows}: what the caller follows, who is live first. */
@Path("accounts/me/follows")
@Produces(APPLICATION_JSON)
@RequestScoped
public class FollowsResource {

    @Inject
    Follows follows;

    @Inject
    Caller caller;

    @GET
    public Page<FollowedChannelJson> list(
            @QueryParam("page") String page, @QueryParam("size") String size, @QueryParam("after") String after) {
        return follows.list(
                caller.get(),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue(),
                after);
    }
}
