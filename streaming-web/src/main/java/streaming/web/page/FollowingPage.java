package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.caller.Caller;
import streaming.follow.Follows;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** {@code /following}: the channels one follows, who is live first; the button of a channel's page posts here. */
@WebServlet("/following")
public class FollowingPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 60;

    @Inject
    transient Caller caller;

    @Inject
    transient Follows follows;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var page = PageNumber.of(request);
        var follows = this.follows.list(caller.get(), page.index(), SIZE, page.after());
        request.setAttribute("follows", follows);
        request.setAttribute("turn", PageNumber.turn("/following", follows));
        View.show("following", request, response);
    }

    /** Follows, or does no more, for browsers without scripts; then the channel's page again. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var channel = String.valueOf(request.getParameter("channel"));
        try {
            if ("unfollow".equals(request.getParameter("do"))) {
                follows.unfollow(caller.get(), channel);
            } else {
                follows.follow(caller.get(), channel);
            }
            View.seeOther("/" + channel, response);
        } catch (Problem refusal) {
            response.sendError(ProblemJson.of(refusal).status());
        }
    }
}
