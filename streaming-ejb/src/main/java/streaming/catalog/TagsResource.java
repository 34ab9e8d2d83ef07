package streaming.catalog;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/tags}: the tags of channels, the commonest first. */
@Path("tags")
@Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
@RequestScoped
public class TagsResource {

    @Inject
    Tags tags;

    @GET
    public Page<TagJson> list(
            @QueryParam("q") String q, @QueryParam("page") String page, @QueryParam("size") String size) {
        return tags.list(
                Optional.ofNullable(Parameter.text("q", q, 50)).orElse(""),
                Parameter.whole("page", page, 0L, 0, 1_000_000).intValue(),
                Parameter.whole("size", size, 20L, 1, 200).intValue());
    }
}
