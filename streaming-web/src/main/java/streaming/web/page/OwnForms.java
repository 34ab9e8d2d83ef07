package streaming.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import streaming.signin.SameOrigin;

/**
 * Takes forms from our own pages only. Who is signed in is checked without it; this keeps other sites from signing a
 * visitor in as somebody else. What a mail program posts needs no visitor: its token says all.
 */
public class OwnForms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var api = request.getServletPath().startsWith("/api"); // by token, or checked with the cookie
        var mailed = request.getServletPath().equals(UnsubscribePage.PATH); // by a token, and for nothing else
        var ours = SameOrigin.isOurs(request.getHeader("Origin"), request.getHeader("Host"));
        if (api || mailed || ours || SAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
