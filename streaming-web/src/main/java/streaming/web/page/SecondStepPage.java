package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import streaming.caller.Device;
import streaming.factor.WrongCode;
import streaming.passkey.PasskeyConfig;
import streaming.passkey.Passkeys;
import streaming.shared.Problem;
import streaming.signin.PendingSignIns;
import streaming.signin.SecondStepOver;
import streaming.signin.SignInStep;
import streaming.signin.SignInSteps;

/** {@code /login/second}: after the password, a code or a passkey. */
@WebServlet("/login/second")
public class SecondStepPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInSteps steps;

    @Inject
    transient PendingSignIns pendingSignIns;

    @Inject
    transient Passkeys passkeys;

    @Inject
    transient PasskeyConfig passkeyConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(Form.of(request, "next"), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "code", "next", "credential");
        try {
            SignInPage.goOn(step(form, request), form, request, response);
        } catch (Problem problem) {
            refuse(problem, form, request, response);
        }
    }

    private void refuse(Problem problem, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (account(request).isPresent()) {
            form.refuse(problem);
            show(form, request, response);
        } else {
            StepCookie.SECOND_STEP.remove(request, response);
            form.refuse(new SecondStepOver());
            View.show("login", form, request, response);
        }
    }

    private SignInStep step(Form form, HttpServletRequest request) {
        var pending = StepCookie.SECOND_STEP.of(request);
        var device = Device.of(request);
        if ("passkey".equals(request.getParameter("do"))) {
            var challenge = StepCookie.CHALLENGE.of(request);
            var party = passkeyConfig.party(request.getHeader("Origin"));
            return steps.bySecondPasskey(pending, form.value("credential"), challenge, party, device);
        }
        return steps.byCode(pending, form.value("code"), device).orElseThrow(WrongCode::new);
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var account = account(request);
        if (account.isEmpty()) {
            View.seeOther(LocalPath.orHome(form.value("next")).afterSignIn(), response);
            return;
        }
        request.setAttribute("withPasskey", passkeys.has(account.get()));
        View.show("second-step", form, request, response);
    }

    private Optional<Long> account(HttpServletRequest request) {
        return pendingSignIns.findAccount(StepCookie.SECOND_STEP.of(request));
    }
}
