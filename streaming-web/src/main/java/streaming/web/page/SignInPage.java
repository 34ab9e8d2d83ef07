package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.account.AddressUnconfirmed;
import streaming.caller.Device;
import streaming.shared.Problem;
import streaming.signin.Credentials;
import streaming.signin.Sessions;

/** {@code /login}: signs in, and leads back to where the visitor came from. */
@WebServlet("/login")
public class SignInPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Sessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        View.show("login", Form.of(request, "next", "remember"), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "login", "password", "next", "remember");
        var remember = !form.value("remember").isEmpty();
        try {
            var credentials = new Credentials(form.value("login").strip(), form.value("password"));
            SessionCookie.set(sessions.open(credentials, Device.of(request), remember), remember, request, response);
            View.seeOther(LocalPath.orHome(form.value("next")).value(), response);
        } catch (AddressUnconfirmed unconfirmed) {
            View.seeOther("/confirm?why=unconfirmed", response);
        } catch (Problem problem) {
            form.refuse(problem);
            View.show("login", form, request, response);
        }
    }
}
