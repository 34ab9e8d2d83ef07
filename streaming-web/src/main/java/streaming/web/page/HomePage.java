package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.catalog.Categories;
import streaming.channel.LiveChannels;
import streaming.channel.TopRated;

/** {@code /}: who is live now, categories, and the best rated channels. */
@WebServlet("")
public class HomePage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LiveChannels live;

    @Inject
    transient TopRated topRated;

    @Inject
    transient Categories categories;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("channels", live.now().channels());
        request.setAttribute("topRated", topRated.now());
        request.setAttribute("categories", categories.list());
        View.show("home", request, response);
    }
}
