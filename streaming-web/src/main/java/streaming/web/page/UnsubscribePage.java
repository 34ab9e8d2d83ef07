package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.mail.DeadLink;
import streaming.notification.Digests;

/**
 * {@code /unsubscribe}: ends the daily mails of whoever got one, by its button, or at once by what a mail program posts
 * (RFC 8058 §3.2, which wants no redirection). A look at the page changes nothing.
 */
@WebServlet(UnsubscribePage.PATH)
public class UnsubscribePage extends HttpServlet {

    static final String PATH = "/unsubscribe";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Digests digests;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            digests.look(request.getParameter("token"));
            show(false, request, response);
        } catch (DeadLink dead) {
            refuse(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            digests.unsubscribe(request.getParameter("token"));
            show(true, request, response);
        } catch (DeadLink forged) {
            refuse(request, response);
        }
    }

    private static void show(boolean ended, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("ended", ended);
        request.setAttribute("token", request.getParameter("token"));
        View.show("unsubscribe", request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        View.show("unsubscribe-dead", request, response);
    }
}
