package streaming.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a visitor sees of a fault of ours: a number that finds the log line, and nothing else. No Faces: it may be Faces that failed. */
@WebServlet("/fault")
public class FaultPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(FaultPage.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND); // nothing failed: somebody typed the address
            return;
        }
        var id = UUID.randomUUID().toString();
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(System.Logger.Level.ERROR, "Fault " + id + " on the page " + path, fault);
        response.setContentType("text/html;charset=UTF-8");
        try (var page = getServletContext().getResourceAsStream("/WEB-INF/error/500.html")) {
            response.getWriter().write(new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("{id}", id));
        }
    }
}
