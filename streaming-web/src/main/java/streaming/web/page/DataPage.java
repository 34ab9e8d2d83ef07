package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.account.Accounts;
import streaming.caller.Caller;
import streaming.privacy.AccountDeletion;
import streaming.privacy.Farewell;
import streaming.shared.Problem;

/** {@code /settings/data}: all that is kept about oneself, and the end of it. */
@WebServlet("/settings/data")
public class DataPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient Accounts accounts;

    @Inject
    transient AccountDeletion deletion;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "username", "password");
        try {
            deletion.delete(caller.get(), new Farewell(form.value("username"), form.value("password")));
            SessionCookie.remove(request, response);
            View.seeOther("/goodbye", response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("hasPassword", accounts.get(caller.get().id()).hasPassword());
        View.show("data", form, request, response);
    }
}
