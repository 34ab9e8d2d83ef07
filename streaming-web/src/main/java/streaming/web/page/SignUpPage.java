package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.account.Accounts;
import streaming.account.AddressConfig;
import streaming.account.EmailTaken;
import streaming.account.SignUp;
import streaming.caller.Device;
import streaming.credential.AddressGiven;
import streaming.credential.Addresses;
import streaming.shared.Problem;
import streaming.signin.Sessions;

/** {@code /signup}: creates an account and signs in with it. */
@WebServlet("/signup")
public class SignUpPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Addresses addresses;

    @Inject
    transient AddressConfig addressConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        View.show("signup", Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "username", "email", "password");
        try {
            var account =
                    accounts.signUp(new SignUp(form.value("username"), form.value("email"), form.value("password")));
            if (addressConfig.isConfirmationRequired()) {
                View.seeOther(ConfirmPage.SENT, response);
                return;
            }
            SessionCookie.set(sessions.open(account, Device.of(request), true), true, request, response);
            View.seeOther("/settings", response);
        } catch (EmailTaken taken) { // tells the owner by mail, and nobody who only tries
            addresses.tellTaken(new AddressGiven(form.value("email")));
            View.seeOther(ConfirmPage.SENT, response);
        } catch (Problem problem) {
            form.refuse(problem);
            View.show("signup", form, request, response);
        }
    }
}
