package streaming.encode;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** {@code /api/channels/{name}/master.m3u8}, which nginx shows as {@code /live/{name}/master.m3u8}. */
@Path("channels/{name}/master.m3u8")
@RequestScoped
public class MasterPlaylistResource {

    @Inject
    Encodings encodings;

    @GET
    @Produces("application/vnd.apple.mpegurl")
    public Response get(@PathParam("name") String name) {
        return Response.ok(encodings.findPlaylist(name).orElseThrow(() -> new NoRenditions(name)))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
