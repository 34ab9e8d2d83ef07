package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import streaming.catalog.Categories;
import streaming.channel.ChannelFilter;
import streaming.channel.ChannelJson;
import streaming.channel.Channels;
import streaming.channel.LiveChannels;
import streaming.shared.Page;
import streaming.shared.Problem;

/** {@code /browse} and {@code /search}: channels by what they are about; what one looks at is in the address. */
@WebServlet({"/browse", "/search"})
public class BrowsePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SIZE = "24";

    @Inject
    transient Channels channels;

    @Inject
    transient LiveChannels live;

    @Inject
    transient Categories categories;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var search = request.getServletPath().equals("/search");
        var address = new BrowseAddress(request.getServletPath(), request::getParameter);
        try {
            var filter = address.filter(SIZE);
            // nothing asked for, nothing found: the search page is there to type
            var found = search && filter.text() == null
                    ? new Page<ChannelJson>(List.of(), 0, filter.size(), 0)
                    : find(filter);
            show(found, address, request);
        } catch (Problem problem) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            request.setAttribute("refusal", problem.errors().get(0).message());
            show(new Page<>(List.of(), 0, 1, 0), address, request);
        }
        request.setAttribute("search", search);
        request.setAttribute("address", address);
        request.setAttribute("categories", categories.list());
        request.setAttribute("languages", Languages.all());
        View.show("browse", request, response);
    }

    private static void show(Page<ChannelJson> found, BrowseAddress address, HttpServletRequest request) {
        request.setAttribute("found", found);
        request.setAttribute("turn", address.turn(found));
    }

    private Page<ChannelJson> find(ChannelFilter filter) {
        return filter.isOfTheLive() ? live.now().page(filter) : channels.list(filter);
    }
}
