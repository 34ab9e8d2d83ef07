package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.credential.LinkToken;
import streaming.credential.PasswordReset;
import streaming.credential.PasswordResets;
import streaming.mail.DeadLink;
import streaming.shared.Problem;

/** {@code /reset}: chooses a new password, with the secret of a mailed link. */
@WebServlet("/reset")
public class ResetPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PasswordResets resets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("password".equals(request.getParameter("done"))) {
            View.show("reset-done", request, response);
        } else {
            show(MailedLink.of(request, response), Form.of(request), request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "password");
        var token = MailedLink.of(request, response);
        try {
            resets.reset(new PasswordReset(token.token(), form.value("password")));
            SessionCookie.remove(request, response); // it is of no use any more, if it was of this account
            View.seeOther("/reset?done=password", response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(token, form, request, response);
        }
    }

    private void show(LinkToken token, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.setAttribute("username", resets.look(token));
            request.setAttribute("token", token.token());
            View.show("reset", form, request, response);
        } catch (DeadLink dead) {
            View.showDeadLink("/forgot", request, response);
        }
    }
}
