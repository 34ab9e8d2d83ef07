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
import streaming.account.Account;
import streaming.account.AddressConfig;
import streaming.account.EmailTaken;
import streaming.account.SignUpWithoutPassword;
import streaming.caller.Device;
import streaming.credential.AddressGiven;
import streaming.credential.Addresses;
import streaming.oidc.Identity;
import streaming.oidc.Providers;
import streaming.shared.Problem;
import streaming.signin.Sessions;
import streaming.sso.AccountRequired;
import streaming.sso.Connections;

/** {@code /signup/with}: somebody whom a provider knows and we do not: chooses a username, or says they have an account. */
@WebServlet("/signup/with")
public class NewcomerPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Providers providers;

    @Inject
    transient Connections connections;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Addresses addresses;

    @Inject
    transient AddressConfig addressConfig;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var identity = providers.held(TicketCookie.IDENTITY.value(request));
        if (identity.isEmpty()) {
            View.seeOther("/login", response);
            return;
        }
        var suggested = Map.of("username", connections.suggestName(identity.get()));
        show(identity.get(), new Form(List.of("username", "email"), suggested), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var held = providers.held(TicketCookie.IDENTITY.value(request));
        if (held.isEmpty()) {
            View.seeOther("/login", response);
            return;
        }
        var identity = held.get();
        var form = Form.of(request, "username", "email");
        try {
            var account = signUp(identity, form);
            TicketCookie.IDENTITY.remove(request, response);
            if (addressConfig.isConfirmationRequired() && !account.isEmailConfirmed()) {
                View.seeOther(ConfirmPage.SENT, response);
                return;
            }
            SessionCookie.set(sessions.open(account, Device.of(request), false), false, request, response);
            View.seeOther("/settings", response);
        } catch (EmailTaken taken) { // tells the owner by mail, and nobody who only tries
            addresses.tellTaken(new AddressGiven(form.value("email")));
            View.seeOther(ConfirmPage.SENT, response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(identity, form, request, response);
        }
    }

    private Account signUp(Identity identity, Form form) {
        var vouched = !identity.email().isEmpty();
        var email = vouched ? identity.email() : form.value("email");
        return connections.signUp(
                providers.get(identity.provider()),
                identity,
                new SignUpWithoutPassword(form.value("username"), email, vouched));
    }

    private void show(Identity identity, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var provider = providers.get(identity.provider());
        request.setAttribute("provider", provider);
        request.setAttribute("identity", identity);
        if (connections.knowsAddressOf(identity)) {
            View.show("known", request, response);
            return;
        }
        try {
            connections.refuseIfClosed(provider);
            View.show("newcomer", form, request, response);
        } catch (AccountRequired closed) {
            RefusedPage.show(provider, closed, request, response);
        }
    }
}
