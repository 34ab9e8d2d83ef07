package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import streaming.caller.Caller;
import streaming.caller.Scope;
import streaming.shared.InvalidInput;
import streaming.shared.Parameter;
import streaming.shared.Problem;
import streaming.signin.NewPersonalToken;
import streaming.signin.PersonalTokens;
import streaming.signin.SignIns;

/** {@code /settings/sessions}: where one is signed in, and the tokens one made for programs; each can be ended. */
@WebServlet("/settings/sessions")
public class SessionsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Map<String, String> DONE = Map.of(
            "ended", "Ended. It is signed out.",
            "others", "Signed out everywhere else.");

    @Inject
    transient Caller caller;

    @Inject
    transient SignIns signIns;

    @Inject
    transient PersonalTokens personalTokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("done", DONE.get(String.valueOf(request.getParameter("done"))));
        show(new Form(List.of("name", "days"), Map.of("days", "90")), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (String.valueOf(request.getParameter("do"))) {
            case "end" -> end(request, response);
            case "end-others" -> {
                signIns.endOthers(caller.get());
                View.seeOther("/settings/sessions?done=others", response);
            }
            default -> make(request, response);
        }
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        try {
            signIns.end(caller.get(), Parameter.id("id", request.getParameter("id")));
            View.seeOther("/settings/sessions?done=ended", response);
        } catch (InvalidInput notOfThisPage) {
            View.seeOther("/settings/sessions", response);
        }
    }

    private void make(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = Form.of(request, "name", "days");
        try {
            var made = personalTokens.make(
                    caller.get(), new NewPersonalToken(form.value("name"), scopes(request), days(form)));
            request.setAttribute("token", made.token());
            request.setAttribute("tokenName", made.signIn().name());
            show(new Form(List.of("name", "days"), Map.of("days", "90")), request, response);
        } catch (Problem problem) {
            form.refuse(problem);
            show(form, request, response);
        }
    }

    private static Set<String> scopes(HttpServletRequest request) {
        return Stream.ofNullable(request.getParameterValues("scope"))
                .flatMap(Stream::of)
                .collect(Collectors.toSet());
    }

    private static Integer days(Form form) {
        var typed = form.value("days").strip();
        return NUMBER.matcher(typed).matches() ? Integer.valueOf(typed) : null;
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var mine = signIns.list(caller.get());
        request.setAttribute(
                "sessions",
                mine.stream().filter(one -> !one.kind().equals("personal")).toList());
        request.setAttribute(
                "tokens",
                mine.stream().filter(one -> one.kind().equals("personal")).toList());
        request.setAttribute("chosen", scopes(request));
        request.setAttribute(
                "scopes",
                Arrays.stream(Scope.values())
                        .filter(scope -> scope != Scope.ACCOUNT)
                        .map(Scope::text)
                        .toList());
        View.show("sessions", form, request, response);
    }
}
