package streaming.channel;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import streaming.shared.Page;
import streaming.shared.Parameter;

/** {@code /api/suggestions}: what somebody may mean who is typing. */
@Path("suggestions")
@Produces(APPLICATION_JSON)
@RequestScoped
public class SuggestionsResource {

    @Inject
    Suggestions suggestions;

    @GET
    public Page<SuggestionJson> find(@QueryParam("q") String q) {
        var items = suggestions.find(
                Optional.ofNullable(Parameter.text("q", q, 100)).orElse(""));
        return new Page<>(items, 0, items.size(), items.size());
    }
}
