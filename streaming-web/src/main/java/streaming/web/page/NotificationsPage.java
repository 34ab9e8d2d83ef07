package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.caller.Caller;
import streaming.notification.NotificationJson;
import streaming.notification.Notifications;
import streaming.shared.InvalidInput;
import streaming.shared.Parameter;

/** {@code /notifications}: who went live of those one follows, and what of it one has read. */
@WebServlet("/notifications")
public class NotificationsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 30;

    @Inject
    transient Caller caller;

    @Inject
    transient Notifications notifications;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var page = PageNumber.of(request);
        var told = notifications.list(caller.get(), page.index(), SIZE, page.after());
        request.setAttribute("notifications", told);
        request.setAttribute("anyUnread", told.items().stream().anyMatch(one -> !one.read()));
        request.setAttribute(
                "latest",
                told.items().stream().mapToLong(NotificationJson::id).max().orElse(0));
        request.setAttribute("turn", PageNumber.turn("/notifications", told));
        View.show("notifications", request, response);
    }

    /** Takes one, or all up to the latest that the page showed, for read. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long id = Parameter.whole("id", request.getParameter("id"), 0L, 0, Long.MAX_VALUE);
            if ("read-all".equals(request.getParameter("do"))) {
                notifications.readUpTo(caller.get(), id);
            } else {
                notifications.read(caller.get(), id);
            }
            View.seeOther("/notifications", response);
        } catch (InvalidInput notOfThisPage) {
            View.seeOther("/notifications", response);
        }
    }
}
