package streaming.clip;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/channels/{name}/clips}: what viewers marked of a channel. */
@Path("channels/{name}/clips")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ChannelClipsResource {

    @Inject
    Clips clips;

    @GET
    public Page<ClipJson> list(
            @PathParam("name") String name, @QueryParam("page") String page, @QueryParam("size") String size) {
        return clips.of(
                name,
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 100).intValue());
    }
}
