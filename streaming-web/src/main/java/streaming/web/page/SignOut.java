package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import streaming.account.Caller;
import streaming.account.Sessions;

/** Ends the site's session. */
@WebServlet("/logout")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (caller.find().isPresent()) { // nobody if another site sent the form
            SessionCookie.find(request).ifPresent(sessions::close);
            SessionCookie.remove(request, response);
            endAdminPages(request);
        }
        View.seeOther("/", response);
    }

    /** Somebody typed the address: looking changes nothing. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        View.seeOther("/", response);
    }

    private static void endAdminPages(HttpServletRequest request) {
        var state = request.getSession(false);
        if (state != null) {
            state.invalidate();
        }
    }
}
