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
import java.util.Objects;
import streaming.admission.AccessInput;
import streaming.admission.AccessJson;
import streaming.admission.Admission;
import streaming.admission.TicketInput;
import streaming.admission.Tickets;
import streaming.caller.Caller;
import streaming.caller.SignedIn;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;

/** {@code /settings/access}: who may watch one's channel, and whom one gave tickets. */
@WebServlet("/settings/access")
public class AccessPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/access";
    private static final int SIZE = 50;
    private static final List<String> FIELDS = List.of("visibility", "role", "password", "account", "expiresAt");
    private static final Map<String, String> DONE = Map.of(
            "decided", "Saved. Who may watch no more is stopped within seconds.",
            "granted", "They may watch now.",
            "revoked", "Their ticket is good no more.");

    @Inject
    transient Caller caller;

    @Inject
    transient Admission admission;

    @Inject
    transient Tickets tickets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(owner, new Form(FIELDS, values(admission.get(owner, owner.username()))), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var owner = caller.get();
        var form = Form.of(request, FIELDS.toArray(String[]::new));
        try {
            View.seeOther(PATH + "?done=" + act(owner, form, request), response);
        } catch (Problem problem) {
            var kept = form.value("visibility").isEmpty() ? values(admission.get(owner, owner.username())) : null;
            var shown = kept == null ? form : new Form(FIELDS, withTicket(kept, form));
            shown.refuse(
                    "no-such-account".equals(problem.code())
                            ? new InvalidInput("account", problem.getMessage())
                            : problem);
            show(owner, shown, request, response);
        }
    }

    /** Does what the button says, and tells by which word the next page says so. */
    private String act(SignedIn owner, Form form, HttpServletRequest request) {
        return switch (String.valueOf(request.getParameter("do"))) {
            case "grant" -> {
                var expiresAt = form.value("expiresAt").isBlank()
                        ? null
                        : Objects.requireNonNullElseGet(
                                SchedulePage.time(form.value("expiresAt"), request.getParameter("minutesWestOfUtc")),
                                () -> {
                                    throw new InvalidInput("expiresAt", "Choose a day and a time, or leave it empty.");
                                });
                tickets.grant(owner, owner.username(), form.value("account").strip(), new TicketInput(expiresAt));
                yield "granted";
            }
            case "revoke" -> {
                tickets.revoke(owner, owner.username(), form.value("account"));
                yield "revoked";
            }
            default -> {
                var password = form.value("password").isEmpty() ? null : form.value("password");
                admission.decide(
                        owner,
                        owner.username(),
                        new AccessInput(form.value("visibility"), form.value("role"), password));
                yield "decided";
            }
        };
    }

    private static Map<String, String> values(AccessJson access) {
        return Map.of("visibility", access.visibility(), "role", access.role() == null ? "viewer" : access.role());
    }

    private static Map<String, String> withTicket(Map<String, String> access, Form form) {
        return Map.of(
                "visibility", access.get("visibility"),
                "role", access.get("role"),
                "account", form.value("account"),
                "expiresAt", form.value("expiresAt"));
    }

    private void show(SignedIn owner, Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var page = PageNumber.of(request);
        var granted = tickets.list(owner, owner.username(), page.index(), SIZE);
        request.setAttribute("access", admission.get(owner, owner.username()));
        request.setAttribute("tickets", granted);
        request.setAttribute("turn", PageNumber.turn(PATH, granted));
        View.show("access", form, request, response);
    }
}
