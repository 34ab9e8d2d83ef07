package streaming.catalog;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import streaming.shared.Page;

/** {@code /api/categories}: what channels are filed under. */
@Path("categories")
@Produces({APPLICATION_JSON, APPLICATION_XML + ";qs=0.5"})
@RequestScoped
public class CategoriesResource {

    @Inject
    Categories categories;

    /** All on one page: admins make them by hand. */
    @GET
    public Page<CategoryJson> list() {
        var all = categories.list();
        return new Page<>(all, 0, all.size(), all.size());
    }
}
