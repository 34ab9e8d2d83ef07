package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.caller.Caller;
import streaming.rating.Ratings;
import streaming.rating.StarsJson;
import streaming.shared.Parameter;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** {@code /rating}: takes the stars of a channel's page from browsers without scripts; then that page again. */
@WebServlet("/rating")
public class RatingForm extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient Ratings ratings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var channel = String.valueOf(request.getParameter("channel"));
        try {
            var stars = Parameter.whole("stars", request.getParameter("stars"), 0L, 0, 5);
            ratings.rate(caller.get(), channel, StarsJson.of(stars));
            View.seeOther("/" + channel, response);
        } catch (Problem refusal) {
            response.sendError(ProblemJson.of(refusal).status());
        }
    }
}
