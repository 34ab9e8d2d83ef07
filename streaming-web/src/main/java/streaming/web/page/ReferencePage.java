package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.web.reference.ApiReference;

/** {@code /docs/api}: what the REST API does, for who writes a client of it. */
@WebServlet({"/docs", "/docs/api"})
public class ReferencePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/docs/api";

    @Inject
    transient ApiReference reference;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(PATH)) {
            View.seeOther(PATH, response);
            return;
        }
        request.setAttribute("reference", reference.get());
        View.show("reference", request, response);
    }
}
