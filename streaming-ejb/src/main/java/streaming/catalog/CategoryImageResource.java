package streaming.catalog;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;
import static streaming.catalog.CategoryImages.FIELD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import streaming.caller.Caller;
import streaming.image.ImageBodies;
import streaming.image.ImageJson;
import streaming.image.ImageLimited;
import streaming.shared.Upload;

/** {@code /api/categories/{slug}/image}: for all to see, for admins to change. */
@Path("categories/{slug}/image")
@RequestScoped
public class CategoryImageResource {

    @Inject
    Categories categories;

    @Inject
    CategoryImages images;

    @Inject
    ImageBodies bodies;

    @Inject
    Caller caller;

    @GET
    @Produces("*/*")
    public Response get(@PathParam("slug") String slug) {
        var category = categories.find(slug).orElseThrow(() -> new NoSuchCategory(slug));
        return ImageBodies.answer(images.get(category));
    }

    @PUT
    @Consumes("*/*")
    public void put(@PathParam("slug") String slug, @HeaderParam("Content-Length") long length, InputStream body) {
        images.check(caller.get(), slug);
        show(slug, bodies.raw(FIELD, length, body));
    }

    @PUT
    @Consumes(MULTIPART_FORM_DATA)
    @ImageLimited
    public void put(@PathParam("slug") String slug, List<EntityPart> parts) {
        images.check(caller.get(), slug);
        show(slug, bodies.inForm(FIELD, parts));
    }

    @PUT
    @Consumes(APPLICATION_JSON)
    public void put(
            @PathParam("slug") String slug, @NotNull(message = "Send the image in Base64 as JSON.") ImageJson json) {
        images.check(caller.get(), slug);
        show(slug, bodies.inJson(FIELD, json));
    }

    @DELETE
    public void delete(@PathParam("slug") String slug) {
        images.hide(caller.get(), slug);
    }

    private void show(String slug, Upload upload) {
        images.show(caller.get(), slug, upload);
    }
}
