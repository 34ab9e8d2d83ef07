package streaming.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import streaming.gate.SecurityHeaders;

/** What every answer of the site tells the browser: what a page may load and do, and how long a file may be kept. */
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    // hls.js feeds the video by blob: and decodes in a worker that it makes from one
    private static final String CSP = "Content-Security-Policy";
    private static final String MEDIA = "media-src 'self' blob:";
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; " + MEDIA + ";"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // what is data must not act as a page, whatever somebody wrote into it
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    @Inject
    transient SecurityHeaders security;

    /** Lets this page load video of one more origin: that of a broadcast whose encoder puts it there. */
    static void allowVideo(String origin, HttpServletResponse response) {
        var policy = POLICY.replace(MEDIA, MEDIA + " " + origin) + "; connect-src 'self' " + origin;
        response.setHeader(CSP, policy);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        var answer = path.startsWith("/admin/") ? response : new OwnPolicy(response);
        security.set(request, response);
        if (path.startsWith("/api/")) {
            response.setHeader(CSP, NO_PAGE);
        } else if (!path.startsWith("/admin/")) { // PrimeFaces sets its own there, with a nonce
            response.setHeader(CSP, POLICY);
        }
        if (path.startsWith("/assets/vendor/")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable"); // the version is in the path
        } else if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        chain.doFilter(request, answer);
    }

    /** PrimeFaces adds its policy to every page that is a Facelet; browsers would allow what both do. */
    private static final class OwnPolicy extends HttpServletResponseWrapper {

        OwnPolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(CSP)) {
                super.addHeader(name, value);
            }
        }
    }
}
