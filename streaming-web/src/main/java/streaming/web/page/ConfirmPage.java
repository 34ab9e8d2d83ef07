package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.credential.AddressGiven;
import streaming.credential.Addresses;
import streaming.credential.LinkToken;
import streaming.mail.DeadLink;
import streaming.shared.Problem;

/** {@code /confirm}: uses the link that was mailed to an address, or asks for a new one. */
@WebServlet("/confirm")
public class ConfirmPage extends HttpServlet {

    /** Says that there is a mail to look for, and nothing of what is in it. */
    static final String SENT = "/confirm?done=sent";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Addresses addresses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (MailedLink.isIn(request)) {
            show(MailedLink.of(request, response), Form.of(request), request, response);
        } else if ("address".equals(request.getParameter("done"))) {
            View.show("confirm-done", request, response);
        } else {
            request.setAttribute("sent", "sent".equals(request.getParameter("done")));
            request.setAttribute("unconfirmed", "unconfirmed".equals(request.getParameter("why")));
            View.show("confirm-again", Form.of(request), request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (MailedLink.isIn(request)) {
            confirm(MailedLink.of(request, response), request, response);
        } else {
            sendAgain(request, response);
        }
    }

    private void confirm(LinkToken token, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request);
        try {
            addresses.confirm(token);
            View.seeOther("/confirm?done=address", response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(token, form, request, response);
        }
    }

    private void sendAgain(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "email");
        try {
            addresses.sendAgain(new AddressGiven(form.value("email")));
            View.seeOther(SENT, response);
        } catch (Problem problem) {
            form.refuse(problem);
            request.setAttribute("sent", false);
            View.show("confirm-again", form, request, response);
        }
    }

    private void show(LinkToken token, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.setAttribute("email", addresses.look(token));
            request.setAttribute("token", token.token());
            View.show("confirm", form, request, response);
        } catch (DeadLink dead) {
            View.showDeadLink("/confirm", request, response);
        }
    }
}
