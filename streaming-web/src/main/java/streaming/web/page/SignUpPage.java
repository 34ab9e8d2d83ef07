package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import streaming.account.Accounts;
import streaming.account.AddressConfig;
import streaming.account.EmailTaken;
import streaming.account.SignUp;
import streaming.account.SignUpConfig;
import streaming.caller.Device;
import streaming.credential.AddressGiven;
import streaming.credential.Addresses;
import streaming.image.ImageConfig;
import streaming.shared.Problem;
import streaming.signin.Sessions;

/** {@code /signup}: creates an account and signs in with it, or says that nobody can and how to get one. */
@WebServlet("/signup")
@MultipartConfig(maxRequestSize = Sent.LONGEST)
public class SignUpPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> FIELDS =
            List.of("username", "email", "password", "firstName", "lastName", "phone", "bio", "picture", "captcha");

    @Inject
    transient Accounts accounts;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Addresses addresses;

    @Inject
    transient AddressConfig addressConfig;

    @Inject
    transient SignUpConfig config;

    @Inject
    transient ImageConfig images;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(new Form(FIELDS, Map.of()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = new Form(FIELDS, Map.of());
        try {
            Sent.open(request);
            form = Form.of(request, FIELDS.toArray(String[]::new));
            var account = accounts.signUp(signUp(form, request));
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
            show(form, request, response);
        }
    }

    private SignUp signUp(Form form, HttpServletRequest request) throws ServletException, IOException {
        return new SignUp(
                form.value("username"),
                form.value("email"),
                form.value("password"),
                form.value("firstName"),
                form.value("lastName"),
                form.value("phone"),
                form.value("bio"),
                Sent.file("picture", images.maxBytes(), request).orElse(null),
                form.value("captcha"));
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!config.isOpen()) {
            request.setAttribute("contact", config.contact().orElse(""));
            View.show("signup-closed", form, request, response);
            return;
        }
        request.setAttribute("needsCaptcha", config.needsCaptcha());
        request.setAttribute("maxImageBytes", images.maxBytes());
        View.show("signup", form, request, response);
    }
}
