package streaming.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import streaming.caller.Caller;
import streaming.image.ImageBodies;
import streaming.image.ImageJson;
import streaming.image.ImageLimited;
import streaming.image.ImageShape;
import streaming.shared.Upload;

/** {@code /api/accounts/me/images/picture} and {@code …/cover}: as a raw body, a form's file, or Base64 in JSON. */
@Path("accounts/me/images")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ProfileImagesResource {

    @Inject
    Accounts accounts;

    @Inject
    Profiles profiles;

    @Inject
    ImageBodies bodies;

    @Inject
    Caller caller;

    @PUT
    @Path("{image}")
    @Consumes("*/*")
    public MeJson put(@PathParam("image") String image, @HeaderParam("Content-Length") long length, InputStream body) {
        var id = caller.get().id();
        var shape = shape(image);
        return show(id, shape, bodies.raw(shape.field(), length, body));
    }

    @PUT
    @Path("{image}")
    @Consumes(MULTIPART_FORM_DATA)
    @ImageLimited
    public MeJson put(@PathParam("image") String image, List<EntityPart> parts) {
        var id = caller.get().id();
        var shape = shape(image);
        return show(id, shape, bodies.inForm(shape.field(), parts));
    }

    @PUT
    @Path("{image}")
    @Consumes(APPLICATION_JSON)
    public MeJson put(
            @PathParam("image") String image, @NotNull(message = "Send the image in Base64 as JSON.") ImageJson json) {
        var id = caller.get().id();
        var shape = shape(image);
        return show(id, shape, bodies.inJson(shape.field(), json));
    }

    @DELETE
    @Path("{image}")
    public void delete(@PathParam("image") String image) {
        profiles.hide(caller.get().id(), shape(image));
    }

    private MeJson show(long id, ImageShape shape, Upload upload) {
        profiles.show(id, shape, upload);
        return MeJson.of(accounts.get(id), profiles.get(id));
    }

    private static ImageShape shape(String name) {
        return Stream.of(ImageShape.values())
                .filter(shape -> shape.field().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
