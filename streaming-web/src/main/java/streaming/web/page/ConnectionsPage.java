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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Caller;
import streaming.oidc.Identity;
import streaming.oidc.Provider;
import streaming.oidc.Providers;
import streaming.shared.Problem;
import streaming.sso.ConnectionJson;
import streaming.sso.Connections;
import streaming.sso.SsoConfig;

/** {@code /settings/connections}: the providers that one signs in with, to connect and to disconnect. */
@WebServlet("/settings/connections")
public class ConnectionsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/connections";
    private static final Map<String, String> DONE = Map.of(
            "linked", "Connected. You can sign in with it from now on.",
            "unlinked", "Disconnected. Signing in with it leads here no more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Providers providers;

    @Inject
    transient Connections connections;

    @Inject
    transient SsoConfig config;

    /** A provider on the page; {@code connection} is null where there is none. */
    public record Row(String name, String title, ConnectionJson connection) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(Form.of(request), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = Form.of(request, "do", "provider");
        try {
            switch (form.value("do")) {
                case "link" -> leave(providers.get(form.value("provider")), request, response);
                case "accept" -> accept(request, response);
                case "decline" -> {
                    TicketCookie.IDENTITY.remove(request, response);
                    View.seeOther(PATH, response);
                }
                default -> {
                    connections.unlink(caller.get(), form.value("provider"));
                    View.seeOther(PATH + "?done=unlinked", response);
                }
            }
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    // By a page and not by a redirect: form-action 'self' holds for where a form's answer leads, too.
    private void leave(Provider provider, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var departure = providers.begin(
                provider.name(), config.callback(provider), PATH, caller.get().id());
        TicketCookie.ATTEMPT.set(departure.ticket(), request, response);
        request.setAttribute("provider", provider);
        request.setAttribute("address", departure.address());
        response.setHeader("Refresh", "0;url=" + departure.address());
        View.show("leaving", request, response);
    }

    private void accept(HttpServletRequest request, HttpServletResponse response) {
        var held = providers.held(TicketCookie.IDENTITY.value(request));
        TicketCookie.IDENTITY.remove(request, response);
        held.ifPresent(identity -> connections.link(caller.get(), providers.get(identity.provider()), identity));
        View.seeOther(held.isPresent() ? PATH + "?done=linked" : PATH, response);
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var connected = connections.list(caller.get()).stream()
                .collect(Collectors.toMap(ConnectionJson::provider, connection -> connection));
        request.setAttribute("rows", rows(connected));
        providers
                .held(TicketCookie.IDENTITY.value(request))
                .filter(identity -> !connected.containsKey(identity.provider()))
                .ifPresent(identity -> offer(identity, request));
        View.show("connections", form, request, response);
    }

    /** All that can be connected, then what still is connected though the site does not offer it any more. */
    private List<Row> rows(Map<String, ConnectionJson> connected) {
        var offered = providers.all().stream()
                .map(provider -> new Row(provider.name(), provider.title(), connected.get(provider.name())));
        var gone = connected.keySet().stream()
                .filter(name -> providers.find(name).isEmpty())
                .sorted()
                .map(name -> new Row(name, name, connected.get(name)));
        return Stream.concat(offered, gone).toList();
    }

    private void offer(Identity identity, HttpServletRequest request) {
        request.setAttribute("offered", identity);
        request.setAttribute("offeredBy", providers.get(identity.provider()));
    }
}
