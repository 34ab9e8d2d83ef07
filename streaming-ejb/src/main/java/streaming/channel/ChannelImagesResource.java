package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.image.ImageConfig;
import streaming.image.ImageJson;
import streaming.image.ImageLimited;
import streaming.shared.FormParts;
import streaming.shared.InvalidInput;
import streaming.shared.TooLarge;
import streaming.shared.Upload;

/** {@code /api/channels/{name}/images/avatar}, {@code …/cover} and {@code …/thumbnail}. */
@Path("channels/{name}/images")
@RequestScoped
public class ChannelImagesResource {

    @Inject
    ChannelImages images;

    @Inject
    Channels channels;

    @Inject
    ImageConfig config;

    @Inject
    Caller caller;

    /** The bytes of now; the channel itself has the address for ever. */
    @GET
    @Path("{image}")
    @Produces("*/*")
    public Response get(@PathParam("name") String name, @PathParam("image") String image) {
        var content = images.get(name, find(image));
        StreamingOutput bytes = out -> {
            try (var in = content.bytes()) {
                in.transferTo(out);
            }
        };
        return Response.ok(bytes, content.mediaType())
                .header("Cache-Control", "no-cache")
                .build();
    }

    @PUT
    @Path("{image}")
    @Consumes("*/*")
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    public ChannelJson put(
            @PathParam("name") String name,
            @PathParam("image") String image,
            @HeaderParam("Content-Length") long length,
            InputStream body) {
        images.check(caller.get(Scope.CHANNEL_EDIT), name);
        if (length > config.maxBytes()) { // before it is read
            throw new TooLarge(config.maxBytes());
        }
        return show(name, find(image), Upload.read(body, config.maxBytes()));
    }

    @PUT
    @Path("{image}")
    @Consumes(MULTIPART_FORM_DATA)
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    @ImageLimited
    public ChannelJson put(@PathParam("name") String name, @PathParam("image") String image, List<EntityPart> parts) {
        var found = find(image);
        return show(name, found, new FormParts(parts).file(found.field(), config.maxBytes()));
    }

    @PUT
    @Path("{image}")
    @Consumes(APPLICATION_JSON)
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    public ChannelJson put(
            @PathParam("name") String name,
            @PathParam("image") String image,
            @NotNull(message = "Send the image in Base64 as JSON.") ImageJson json) {
        return show(name, find(image), json.image());
    }

    @DELETE
    @Path("{image}")
    public void delete(@PathParam("name") String name, @PathParam("image") String image) {
        images.hide(caller.get(Scope.CHANNEL_EDIT), name, find(image));
    }

    private ChannelJson show(String name, ChannelImage image, Upload upload) {
        var who = caller.get(Scope.CHANNEL_EDIT);
        images.check(who, name);
        if (upload == null || upload.isEmpty()) {
            throw new InvalidInput(image.field(), "Send an image.");
        }
        images.show(who, name, image, upload);
        return channels.get(name);
    }

    private static ChannelImage find(String name) {
        return ChannelImage.find(name).orElseThrow(NotFoundException::new);
    }
}
