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
import streaming.passkey.PasskeyConfig;
import streaming.shared.Problem;
import streaming.signin.Credentials;
import streaming.signin.SignInStep;
import streaming.signin.SignInSteps;

/** {@code /login}: signs in by password or passkey, and leads back to where the visitor came from. */
@WebServlet("/login")
public class SignInPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInSteps steps;

    @Inject
    transient PasskeyConfig passkeyConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        View.show("login", Form.of(request, "next", "remember"), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "login", "password", "next", "remember", "credential");
        var remember = !form.value("remember").isEmpty();
        try {
            var step = "passkey".equals(request.getParameter("do"))
                    ? byPasskey(form, remember, request)
                    : byPassword(form, remember, request);
            goOn(step, form, request, response);
        } catch (AddressUnconfirmed unconfirmed) {
            View.seeOther("/confirm?why=unconfirmed", response);
        } catch (Problem problem) {
            form.refuse(problem);
            View.show("login", form, request, response);
        }
    }

    private SignInStep byPassword(Form form, boolean remember, HttpServletRequest request) {
        var credentials = Credentials.of(form.value("login").strip(), form.value("password"));
        return steps.byPassword(credentials, Device.of(request), remember);
    }

    private SignInStep byPasskey(Form form, boolean remember, HttpServletRequest request) {
        var challenge = StepCookie.CHALLENGE.of(request);
        var party = passkeyConfig.party(request.getHeader("Origin"));
        return steps.byPasskey(form.value("credential"), challenge, party, Device.of(request), remember);
    }

    /** To the second step, or signed in to where the visitor wanted to go. */
    static void goOn(SignInStep step, Form form, HttpServletRequest request, HttpServletResponse response) {
        var target = LocalPath.orHome(form.value("next"));
        if (step.last()) {
            SessionCookie.set(step.cookie(), step.remember(), request, response);
            StepCookie.SECOND_STEP.remove(request, response);
            StepCookie.CHALLENGE.remove(request, response);
            View.seeOther(target.value(), response);
        } else {
            StepCookie.SECOND_STEP.set(step.cookie(), request, response);
            View.seeOther(target.afterSecondStep(), response);
        }
    }
}
