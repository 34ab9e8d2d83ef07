package streaming.ws;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import streaming.access.Viewers;
import streaming.access.Watching;
import streaming.audience.ViewerIds;
import streaming.caller.Caller;
import streaming.channel.NoSuchChannel;
import streaming.gate.Hosts;
import streaming.gate.SecurityHeaders;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;

/**
 * Comes before Tyrus: refuses in the form of HTTP while it is still HTTP, and says who connects. The endpoints read that
 * as the session's principal; a configurator's user properties are shared by handshakes that run at the same time.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Handshake extends HttpFilter {

    private static final String CHANNEL = "/channels/";
    private static final String UNCOUNTED = "counted=false";

    @Inject
    Caller caller;

    @Inject
    Hosts hosts;

    @Inject
    SecurityHeaders security;

    @Inject
    Watching watching;

    @Inject
    Viewers viewers;

    @Inject
    ViewerIds viewerIds;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        security.set(request, response);
        try {
            refuse(request);
        } catch (Problem refusal) {
            ProblemJson.of(refusal).sendTo(response);
            return;
        }
        var visitor = visitor(request, response);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return visitor;
                    }
                },
                response);
    }

    private void refuse(HttpServletRequest request) throws IOException {
        hosts.check(request);
        if (Optional.ofNullable(request.getQueryString()).orElse("").contains("access_token")) {
            throw new TokenInAddress();
        }
        if (request.getHeader("Sec-WebSocket-Key") == null) {
            throw new WebSocketOnly();
        }
        if (request.getInputStream().available() > 0) {
            throw new FrameBeforeHandshake();
        }
        var path = Optional.ofNullable(request.getPathInfo()).orElse(request.getServletPath());
        if (path.startsWith(CHANNEL)) {
            var name = path.substring(CHANNEL.length());
            if (watching.check(viewers.current(), name).isEmpty()) {
                throw new NoSuchChannel(name);
            }
        }
    }

    private Visitor visitor(HttpServletRequest request, HttpServletResponse response) {
        var viewerId = viewerIds.get(request, response);
        var counted = !UNCOUNTED.equals(request.getQueryString());
        return new Visitor(viewerId, counted, caller.device(), caller.find().orElse(null), RequestEnd.of(request));
    }
}
