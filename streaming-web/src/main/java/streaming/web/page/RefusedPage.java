package streaming.web.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.oidc.Provider;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/** Says why there was no sign-in with a provider, and what to do about it. */
final class RefusedPage {

    private RefusedPage() {}

    static void show(Provider provider, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(ProblemJson.of(problem).status());
        request.setAttribute("provider", provider);
        request.setAttribute("heading", heading(problem));
        request.setAttribute("message", problem.getMessage());
        request.setAttribute("again", problem.kind() != Problem.Kind.FORBIDDEN || isCancelled(problem));
        View.show("refused", request, response);
    }

    private static boolean isCancelled(Problem problem) {
        return problem.code().equals("sign-in-cancelled");
    }

    private static String heading(Problem problem) {
        return switch (problem.code()) {
            case "sign-in-cancelled" -> "Sign-in cancelled";
            case "provider-failed" -> "Sign-in failed";
            case "sign-in-stale" -> "That took too long";
            case "account-required" -> "You need an account first";
            case "account-shut-out" -> "This account is closed";
            case "identity-taken", "provider-taken" -> "Already connected";
            default -> "Not signed in";
        };
    }
}
