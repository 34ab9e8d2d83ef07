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
import streaming.credential.AddressChange;
import streaming.credential.Addresses;
import streaming.credential.OwnPassword;
import streaming.credential.PasswordChange;
import streaming.shared.Problem;

/** {@code /settings/account}: what one signs in with, the address and the password. */
@WebServlet("/settings/account")
public class AccountPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DONE = Map.of(
            "sent", "We have sent you a mail. Its link confirms your address.",
            "email", "We have sent a mail to the new address. It becomes yours once you follow the link in it.",
            "password", "Your password is new, and everybody else who was signed in as you is not any more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Addresses addresses;

    @Inject
    transient OwnPassword ownPassword;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "email", "currentPassword", "oldPassword", "password");
        try {
            View.seeOther(
                    "/settings/account?done=" + change(String.valueOf(request.getParameter("do")), form), response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    /** Does what the pressed button says, and gives what to say then. */
    private String change(String what, Form form) {
        var who = caller.get();
        switch (what) {
            case "password" ->
                ownPassword.change(who, new PasswordChange(form.value("oldPassword"), form.value("password")));
            case "email" ->
                addresses.requestChange(who, new AddressChange(form.value("email"), form.value("currentPassword")));
            default -> addresses.sendAgain(who);
        }
        return what;
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var account = accounts.get(caller.get().id());
        request.setAttribute("address", account.email());
        request.setAttribute("confirmed", account.isEmailConfirmed());
        View.show("settings-account", form, request, response);
    }
}
