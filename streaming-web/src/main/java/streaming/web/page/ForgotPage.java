package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.credential.AddressGiven;
import streaming.credential.PasswordResets;
import streaming.shared.Problem;

/** {@code /forgot}: asks for a mail that leads to a new password. It answers the same whoever has an account. */
@WebServlet("/forgot")
public class ForgotPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PasswordResets resets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("sent", "sent".equals(request.getParameter("done")));
        View.show("forgot", Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "email");
        try {
            resets.request(new AddressGiven(form.value("email")));
            View.seeOther("/forgot?done=sent", response);
        } catch (Problem problem) {
            form.refuse(problem);
            request.setAttribute("sent", false);
            View.show("forgot", form, request, response);
        }
    }
}
