package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.gate.Hosts;
import streaming.gate.UnknownHost;
import streaming.shared.ProblemJson;

/** Answers only where the site is called by a name of its own; pages and API refuse another in the API's form. */
public class OwnName extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Hosts hosts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            hosts.check(request);
        } catch (UnknownHost refusal) {
            ProblemJson.of(refusal).sendTo(response);
            return;
        }
        chain.doFilter(request, response);
    }
}
