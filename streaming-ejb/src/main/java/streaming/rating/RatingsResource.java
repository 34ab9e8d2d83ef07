package streaming.rating;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import streaming.caller.Caller;

/** {@code /api/channels/{name}/ratings/me}: what the caller thinks of a channel. */
@Path("channels/{name}/ratings/me")
@Produces(APPLICATION_JSON)
@RequestScoped
public class RatingsResource {

    @Inject
    Ratings ratings;

    @Inject
    Caller caller;

    @GET
    public RatingJson get(@PathParam("name") String name) {
        return ratings.get(caller.get(), name);
    }

    @PUT
    @Consumes(APPLICATION_JSON)
    public void rate(
            @PathParam("name") String name, @NotNull(message = "Send stars, one to five, as JSON.") StarsJson rating) {
        ratings.rate(caller.get(), name, rating);
    }

    @DELETE
    public void withdraw(@PathParam("name") String name) {
        ratings.withdraw(caller.get(), name);
    }
}
