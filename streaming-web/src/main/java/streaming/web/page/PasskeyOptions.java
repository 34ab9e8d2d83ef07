package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.caller.Caller;
import streaming.passkey.Challenges;
import streaming.passkey.PasskeyConfig;
import streaming.passkey.Passkeys;
import streaming.signin.PendingSignIns;

/**
 * What {@code assets/passkeys.js} hands to the browser: {@code /login/passkey} to sign in with a passkey, the other to
 * make one. With it goes the cookie that binds the challenge to the browser.
 */
@WebServlet({PasskeyOptions.TO_SIGN_IN, PasskeyOptions.TO_MAKE})
public class PasskeyOptions extends HttpServlet {

    static final String TO_SIGN_IN = "/login/passkey";
    static final String TO_MAKE = "/settings/security/passkey";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient Passkeys passkeys;

    @Inject
    transient PendingSignIns pendingSignIns;

    @Inject
    transient Challenges challenges;

    @Inject
    transient PasskeyConfig config;

    private final transient Jsonb json = JsonbBuilder.create();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var challenge = challenges.issue();
        StepCookie.CHALLENGE.set(challenge, request, response);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.toJson(options(request, challenge)));
    }

    private Object options(HttpServletRequest request, String challenge) {
        var party = config.party(request.getHeader("Origin")); // ours: OwnForms let it pass
        if (request.getServletPath().equals(TO_MAKE)) {
            return passkeys.optionsToMake(caller.get(), challenge, party);
        }
        var account = pendingSignIns.findAccount(StepCookie.SECOND_STEP.of(request));
        return passkeys.optionsToUse(account, challenge, party);
    }
}
