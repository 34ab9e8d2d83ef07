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

/** {@code /}: who is live now. */
@WebServlet("")
public class HomePage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LiveChannels live;

    @Inject
    transient Categories categories;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("channels", live.now().channels());
        request.setAttribute("categories", categories.list());
        View.show("home", request, response);
    }
}
