package streaming.web.page;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import streaming.account.Account;
import streaming.caller.Caller;
import streaming.caller.Device;
import streaming.caller.SignedIn;
import streaming.oidc.Attempt;
import streaming.oidc.Provider;
import streaming.oidc.Providers;
import streaming.oidc.SignInStale;
import streaming.shared.Problem;
import streaming.signin.Sessions;
import streaming.sso.Connections;
import streaming.sso.SsoConfig;

/** {@code /login/with/{provider}}: leads to the provider, and {@code …/callback} is where it leads back to. */
@WebServlet("/login/with/*")
public class ProviderSignIn extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Providers providers;

    @Inject
    transient Connections connections;

    @Inject
    transient Sessions sessions;

    @Inject
    transient SsoConfig config;

    @Inject
    transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var path = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", -1);
        var provider = path.length > 1 ? providers.find(path[1]) : Optional.<Provider>empty();
        var back = path.length == 3 && path[2].equals("callback");
        if (provider.isEmpty() || (path.length > 2 && !back)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            if (back) {
                arrive(provider.get(), request, response);
            } else {
                leave(provider.get(), request, response);
            }
        } catch (Problem problem) {
            RefusedPage.show(provider.get(), problem, request, response);
        }
    }

    private void leave(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        var next = LocalPath.orHome(request.getParameter("next")).value();
        var departure = providers.begin(provider.name(), config.callback(provider), next, 0);
        TicketCookie.ATTEMPT.set(departure.ticket(), request, response);
        View.seeOther(departure.address().toString(), response);
    }

    private void arrive(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        TicketCookie.ATTEMPT.remove(request, response);
        var arrival = providers.finish(
                provider.name(), config.callback(provider), TicketCookie.ATTEMPT.value(request), answer(request));
        var identity = arrival.identity();
        if (arrival.attempt().linkTo() != 0) {
            connections.link(whoBegan(arrival.attempt()), provider, identity);
            View.seeOther("/settings/connections?done=linked", response);
            return;
        }
        var account = connections.signIn(identity);
        if (account.isPresent()) {
            signIn(account.get(), request, response);
            View.seeOther(LocalPath.orHome(arrival.attempt().next()).value(), response);
        } else {
            TicketCookie.IDENTITY.set(providers.hold(identity), request, response);
            View.seeOther(caller.find().isPresent() ? "/settings/connections" : "/signup/with", response);
        }
    }

    private SignedIn whoBegan(Attempt attempt) {
        return caller.find().filter(who -> who.id() == attempt.linkTo()).orElseThrow(SignInStale::new);
    }

    private void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.set(sessions.open(account, Device.of(request), false), false, request, response);
    }

    // Each parameter at most once (RFC 6749 §3.1): of two, neither is believed.
    private static Map<String, String> answer(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> parameter.getValue().length == 1)
                .collect(toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }
}
