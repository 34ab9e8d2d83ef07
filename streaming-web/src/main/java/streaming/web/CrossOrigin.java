package streaming.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the sites that are listed read the API's answers (CORS, fetch.spec.whatwg.org §3.2). They come with a
 * token and never with our cookie: that an answer may be read with credentials is said to nobody.
 */
public class CrossOrigin extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ANY = "*";

    @Inject
    @ConfigProperty(name = "streaming.cors.origins")
    transient Provider<Optional<String>> origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var listed = origins.get();
        if (listed.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var allowed = allowed(List.of(listed.get().split(",")), request.getHeader("Origin"));
        response.addHeader("Vary", "Origin");
        allowed.ifPresent(origin -> allow(origin, response));
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            allowed.ifPresent(origin -> answerPreflight(response));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What to say to a page of this origin: the origin, any, or nothing. */
    static Optional<String> allowed(List<String> origins, String origin) {
        return origins.stream()
                .map(String::strip)
                .filter(listed -> listed.equals(ANY) || listed.equalsIgnoreCase(origin))
                .findFirst()
                .map(listed -> listed.equals(ANY) ? ANY : origin);
    }

    private static void allow(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "Location, Retry-After, WWW-Authenticate");
    }

    private static void answerPreflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
        response.setHeader("Access-Control-Max-Age", "600"); // seconds
    }
}
