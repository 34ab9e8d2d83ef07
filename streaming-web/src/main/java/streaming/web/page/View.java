package streaming.web.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** How a page answers: with its Facelet, or by leading elsewhere. */
final class View {

    private static final int UNPROCESSABLE = 422; // RFC 9110 §15.5.21

    private View() {}

    /** Shows {@code WEB-INF/page/{name}.xhtml}, which reads the request's attributes. */
    static void show(String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/page/" + name + ".xhtml").forward(request, response);
    }

    static void show(String name, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("form", form);
        form.refusal().ifPresent(problem -> refuse(problem, response));
        show(name, request, response);
    }

    /** The page for a mailed link that does not work any more; it leads to where one gets a new one. */
    static void showDeadLink(String again, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        request.setAttribute("again", again);
        show("dead-link", request, response);
    }

    private static void refuse(Problem problem, HttpServletResponse response) {
        var json = ProblemJson.of(problem);
        if (json.retryAfter() == null) {
            response.setStatus(UNPROCESSABLE);
        } else {
            response.setStatus(json.status());
            response.setHeader("Retry-After", json.retryAfter().toString());
        }
    }

    /** After a form was accepted: the next page by GET, so that reloading it sends nothing again. */
    static void seeOther(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path); // relative: what the visitor's browser calls us is none of our business
    }
}
