package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import streaming.caller.Caller;
import streaming.signin.SignIns;

/** Ends the site's session. */
@WebServlet("/logout")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient SignIns signIns;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var who = caller.find();
        if (who.isPresent()) { // nobody if another site sent the form
            signIns.end(who.get(), who.get().signIn());
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
