package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import streaming.account.Accounts;
import streaming.caller.Caller;
import streaming.notification.Digests;

/** {@code /settings/notifications}: whether one is told by mail, too. */
@WebServlet("/settings/notifications")
public class NotificationSettingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DONE = Map.of("saved", "Saved.");

    @Inject
    transient Caller caller;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Digests digests;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        request.setAttribute("digest", digests.isWantedBy(who));
        request.setAttribute("confirmed", accounts.get(who.id()).isEmailConfirmed());
        View.show("settings-notifications", request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        digests.want(caller.get(), request.getParameter("digest") != null);
        View.seeOther("/settings/notifications?done=saved", response);
    }
}
