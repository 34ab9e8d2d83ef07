package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import streaming.caller.Caller;
import streaming.factor.AuthenticatorApps;
import streaming.factor.OwnFactors;
import streaming.passkey.PasskeyConfig;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;

/** {@code /settings/security}: one's authenticator app, passkeys and recovery codes. */
@WebServlet("/settings/security")
public class SecurityPage extends HttpServlet {

    private static final String PATH = "/settings/security";
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DONE = Map.of(
            "app", "Your authenticator app is set up. The next sign-in asks for its code.",
            "app-removed", "The authenticator app is removed.",
            "passkey", "The passkey is ready. You can sign in with it.",
            "passkey-removed", "The passkey is removed.",
            "required", "Admins need a second factor here. Set one up to go on to the admin pages.");

    @Inject
    transient Caller caller;

    @Inject
    transient AuthenticatorApps apps;

    @Inject
    transient OwnFactors factors;

    @Inject
    transient PasskeyConfig passkeyConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "code", "name", "password", "credential", "id");
        try {
            act(form, request, response);
        } catch (Problem problem) {
            request.setAttribute("refused", request.getParameter("do") + form.value("id"));
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private void act(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        switch (String.valueOf(request.getParameter("do"))) {
            case "start-app" -> {
                apps.start(who);
                View.seeOther(PATH + "#app", response);
            }
            case "confirm-app" -> done("app", factors.confirmApp(who, form.value("code")), request, response);
            case "remove-app" -> {
                factors.removeApp(who, form.value("password"));
                done("app-removed", List.of(), request, response);
            }
            case "add-passkey" -> {
                var party = passkeyConfig.party(request.getHeader("Origin"));
                var challenge = StepCookie.CHALLENGE.of(request);
                var codes = factors.addPasskey(who, form.value("name"), form.value("credential"), challenge, party);
                StepCookie.CHALLENGE.remove(request, response);
                done("passkey", codes, request, response);
            }
            case "remove-passkey" -> {
                factors.removePasskey(who, id(form), form.value("password"));
                done("passkey-removed", List.of(), request, response);
            }
            case "renew-codes" -> done("", factors.renewRecoveryCodes(who, form.value("password")), request, response);
            default -> View.seeOther(PATH, response);
        }
    }

    private static long id(Form form) {
        try {
            return Long.parseLong(form.value("id"));
        } catch (NumberFormatException e) {
            throw new InvalidInput("id", "This is no id of a passkey.");
        }
    }

    /** New recovery codes can be shown in this answer alone; without any, the page comes by GET. */
    private void done(String what, List<String> codes, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (codes.isEmpty()) {
            View.seeOther(PATH + "?done=" + what, response);
        } else {
            request.setAttribute("done", DONE.get(what));
            request.setAttribute("codes", codes);
            show(new Form(List.of(), Map.of()), request, response);
        }
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var who = caller.get();
        request.setAttribute("factors", factors.get(who));
        request.setAttribute("appKey", apps.findUnconfirmed(who).orElse(null));
        View.show("security", form, request, response);
    }
}
