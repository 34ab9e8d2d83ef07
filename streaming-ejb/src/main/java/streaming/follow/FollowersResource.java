package streaming.follow;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.caller.Caller;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/followers}: who follows a channel, and whether the caller does. */
@Path("channels/{name}/followers")
@Produces(APPLICATION_JSON)
@RequestScoped
public class FollowersResource {

    @Inject
    Follows follows;

    @Inject
    Caller caller;

    @GET
    public Page<FollowerJson> list(
            @PathParam("name") String name,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        return follows.followers(
                name,
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue(),
                after);
    }

    @GET
    @Path("me")
    public FollowJson get(@PathParam("name") String name) {
        return follows.get(caller.get(), name);
    }

    @PUT
    @Path("me")
    public void follow(@PathParam("name") String name) {
        follows.follow(caller.get(), name);
    }

    @DELETE
    @Path("me")
    public void unfollow(@PathParam("name") String name) {
        follows.unfollow(caller.get(), name);
    }
}
