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
import java.io.InputStream;
import java.util.List;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.image.ImageBodies;
import streaming.image.ImageJson;
import streaming.image.ImageLimited;
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
    ImageBodies bodies;

    @Inject
    Caller caller;

    @GET
    @Path("{image}")
    @Produces("*/*")
    public Response get(@PathParam("name") String name, @PathParam("image") String image) {
        return ImageBodies.answer(images.get(name, find(image)));
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
        var found = check(name, image);
        return show(name, found, bodies.raw(found.field(), length, body));
    }

    @PUT
    @Path("{image}")
    @Consumes(MULTIPART_FORM_DATA)
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    @ImageLimited
    public ChannelJson put(@PathParam("name") String name, @PathParam("image") String image, List<EntityPart> parts) {
        var found = check(name, image);
        return show(name, found, bodies.inForm(found.field(), parts));
    }

    @PUT
    @Path("{image}")
    @Consumes(APPLICATION_JSON)
    @Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
    public ChannelJson put(
            @PathParam("name") String name,
            @PathParam("image") String image,
            @NotNull(message = "Send the image in Base64 as JSON.") ImageJson json) {
        var found = check(name, image);
        return show(name, found, bodies.inJson(found.field(), json));
    }

    @DELETE
    @Path("{image}")
    public void delete(@PathParam("name") String name, @PathParam("image") String image) {
        images.hide(caller.get(Scope.CHANNEL_EDIT), name, find(image));
    }

    /** Before anything is read of it. */
    private ChannelImage check(String name, String image) {
        images.check(caller.get(Scope.CHANNEL_EDIT), name);
        return find(image);
    }

    private ChannelJson show(String name, ChannelImage image, Upload upload) {
        images.show(caller.get(Scope.CHANNEL_EDIT), name, image, upload);
        return channels.get(name);
    }

    private static ChannelImage find(String name) {
        return ChannelImage.find(name).orElseThrow(NotFoundException::new);
    }
}
