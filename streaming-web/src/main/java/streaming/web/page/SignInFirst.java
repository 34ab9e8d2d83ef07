package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.account.Accounts;
import streaming.caller.Caller;
import streaming.factor.SecondFactors;

/**
 * Stands before the pages that need an account: leads to the sign-in page and back, and lets only staff and admins into
 * /admin, once they have the second factor that may be required of them.
 */
public class SignInFirst extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Caller caller;

    @Inject
    transient Accounts accounts;

    @Inject
    transient SecondFactors secondFactors;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        var admin = path.equals("/admin") || path.startsWith("/admin/");
        response.setHeader("Cache-Control", "no-store");
        if (caller.find().isEmpty()) {
            signIn(request, response, path);
        } else if (admin
                && !request.isUserInRole("admin")
                && secondFactors.isMissing(accounts.get(caller.get().id()))) {
            View.seeOther("/settings/security?done=required", response);
        } else if (admin && !request.isUserInRole("admin") && !request.isUserInRole("staff")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (path.equals("/admin") || path.equals("/admin/")) {
            View.seeOther("/admin/channels", response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        var target = LocalPath.orHome(path).afterSignIn();
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // a page that refreshes itself follows a redirect only in the words of Faces
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<partial-response><redirect url=\"" + target + "\"/></partial-response>");
        } else {
            View.seeOther(target, response);
        }
    }
}
