package streaming.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import streaming.channel.ChannelFilter;
import streaming.channel.LiveChannels;
import streaming.shared.Problem;

/**
 * Gives the list of what is live, which is in memory as it is sent, before JAX-RS takes longer to find its resource than
 * that to answer. All else about {@code /api/channels} is the resource's: other lists, other forms, refusals.
 */
public class LiveList extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LiveChannels live;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var filter = isPlain(request) ? filter(request) : null;
        if (filter == null || !filter.isOfTheLive()) {
            chain.doFilter(request, response);
            return;
        }
        var answer = live.now().answer(filter);
        var etag = '"' + answer.etag() + '"';
        response.setHeader("ETag", etag);
        var known = request.getHeader("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(etag))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(answer.json().length);
        response.getOutputStream().write(answer.json());
    }

    /** Whether somebody reads what is live, and takes JSON before XML. */
    private static boolean isPlain(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && "true".equals(request.getParameter("live"))
                && (accept == null || accept.contains("*/*") || accept.contains("application/json"))
                && (accept == null || !accept.contains("xml"));
    }

    /** Null for one that is refused. */
    private static ChannelFilter filter(HttpServletRequest request) {
        try {
            return ChannelFilter.of(
                    "true",
                    request.getParameter("category"),
                    request.getParameter("tag"),
                    request.getParameter("language"),
                    request.getParameter("q"),
                    request.getParameter("sort"),
                    request.getParameter("page"),
                    request.getParameter("size"),
                    request.getParameter("after"));
        } catch (Problem refused) {
            return null;
        }
    }
}
