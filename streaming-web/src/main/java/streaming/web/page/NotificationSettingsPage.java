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
import streaming.push.PushConfig;
import streaming.push.PushSubscriptions;
import streaming.shared.InvalidInput;

/** {@code /settings/notifications}: whether one is told by mail, too, and on which devices. */
@WebServlet("/settings/notifications")
public class NotificationSettingsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DONE = Map.of(
            "saved", "Saved.",
            "device", "You are told on this device now.",
            "device-removed", "You are not told there any more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Digests digests;

    @Inject
    transient PushSubscriptions subscriptions;

    @Inject
    transient PushConfig pushConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        request.setAttribute("digest", digests.isWantedBy(who));
        request.setAttribute("confirmed", accounts.get(who.id()).isEmailConfirmed());
        request.setAttribute("pushes", pushConfig.enabled());
        request.setAttribute("devices", subscriptions.list(who));
        View.show("settings-notifications", request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("remove-device".equals(request.getParameter("do"))) {
            remove(String.valueOf(request.getParameter("id")), response);
        } else {
            digests.want(caller.get(), request.getParameter("digest") != null);
            View.seeOther("/settings/notifications?done=saved", response);
        }
    }

    private void remove(String id, HttpServletResponse response) {
        try {
            subscriptions.remove(caller.get(), id);
            View.seeOther("/settings/notifications?done=device-removed", response);
        } catch (InvalidInput notOfThisPage) {
            View.seeOther("/settings/notifications", response);
        }
    }
}
