package streaming.ingest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import streaming.broadcast.Fence;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.Secret;

/**
 * {@code /api/ingest}: what nginx-rtmp posts on {@code on_publish} and {@code on_publish_done}. A 302 takes the encoder
 * and renames its stream to the bare Location; anything from 400 refuses it. The loopback location of nginx adds the
 * node, its secret and its boot, so an encoder cannot call as a node.
 */
@Path("ingest")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RequestScoped
public class IngestResource {

    private static final Logger LOG = System.getLogger(IngestResource.class.getName());
    private static final int LONGEST_KEY = 200;

    @Inject
    IngestConfig config;

    @Inject
    Ingest ingest;

    @HeaderParam("X-Ingest-Node")
    String node;

    @HeaderParam("X-Ingest-Secret")
    String secret;

    @HeaderParam("X-Ingest-Boot")
    String boot;

    @POST
    @Path("publish")
    public Response publish(@FormParam("name") String name, @FormParam("clientid") String clientId) {
        try {
            var fence = fence(clientId);
            var channel = ingest.publish(key(name), fence);
            LOG.log(Level.INFO, "{0} is live: client {1} of {2}", channel, clientId, node);
            return Response.status(Response.Status.FOUND)
                    .header(HttpHeaders.LOCATION, channel)
                    .build();
        } catch (Problem refusal) {
            LOG.log(Level.INFO, "Refused a publish: {0} {1}", refusal.code(), refusal.getMessage());
            throw refusal;
        }
    }

    @POST
    @Path("publish-done")
    public void done(@FormParam("clientid") String clientId) {
        ingest.done(fence(clientId));
    }

    private static Secret key(String name) {
        if (name == null || name.isBlank()) {
            throw new StreamKeyMissing();
        }
        if (name.length() > LONGEST_KEY) {
            throw new NoSuchStreamKey();
        }
        return new Secret(name);
    }

    private Fence fence(String clientId) {
        if (node == null || secret == null || !config.isSecretOf(node, secret)) {
            throw new UnknownIngestNode();
        }
        if (boot == null || boot.isBlank()) {
            throw new InvalidInput("X-Ingest-Boot", "Name the run of nginx that this is about.");
        }
        if (clientId == null || !clientId.matches("[0-9]{1,18}")) {
            throw new InvalidInput("clientid", "Send nginx-rtmp's number of the connection.");
        }
        return new Fence(node, boot, Long.parseLong(clientId));
    }
}
