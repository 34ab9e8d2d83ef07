package streaming.ingest;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.access.Playback;
import streaming.access.Watching;
import streaming.broadcast.Fence;
import streaming.gate.Network;
import streaming.shared.FaultMapper;
import streaming.shared.InvalidInput;
import streaming.shared.Problem;
import streaming.shared.ProblemJson;
import streaming.shared.Secret;

/**
 * {@code /api/ingest}: what nginx-rtmp posts on {@code on_publish} and {@code on_publish_done}, and what nginx asks
 * before it serves what is not for everybody. A 302 takes the encoder
 * and renames its stream to the bare Location; anything from 400 refuses it. The loopback location of nginx adds the
 * node, its secret and its boot, so an encoder cannot call as a node. A servlet in a WAR of its own and no JAX-RS
 * resource: when a node starts anew all its encoders call at once, and a resource costs thrice as much (docs/adr/0002).
 */
public class IngestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(IngestServlet.class.getName());
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGEST_KEY = 200;
    private static final List<String> NGINX_SAYS = List.of("name", "addr", "clientid");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Inject
    transient IngestConfig config;

    @Inject
    transient Ingest ingest;

    @Inject
    transient DoctorKeys doctorKeys;

    @Inject
    transient Watching watching;

    @Inject
    transient Playback playback;

    /** Takes this WAR out of the site's sign-in, which would ask at each call who calls: here the node's secret says it. */
    @Override
    public void init() {
        AuthConfigFactory.getFactory().removeServerAuthModule(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            ProblemJson.ofStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED).sendTo(response);
        } else if (!Optional.ofNullable(request.getContentType()).orElse(FORM).startsWith(FORM)) {
            ProblemJson.ofStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE).sendTo(response);
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (Optional.ofNullable(request.getPathInfo()).orElse("/")) {
                case "/publish" -> publish(request, response);
                case "/publish-done" -> {
                    var fence = fence(request);
                    if (!DoctorKeys.isOne(request.getParameter("name"))) {
                        ingest.done(fence);
                    }
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                }
                case "/route" -> route(request, response);
                case "/watch" -> watch(request, response);
                default ->
                    ProblemJson.ofStatus(HttpServletResponse.SC_NOT_FOUND).sendTo(response);
            }
        } catch (Problem refusal) {
            LOG.log(Level.INFO, "Refused a publish: {0} {1}", refusal.code(), refusal.getMessage());
            ProblemJson.of(refusal).sendTo(response);
        } catch (RuntimeException fault) {
            FaultMapper.report(fault).sendTo(response);
        }
    }

    private void publish(HttpServletRequest request, HttpServletResponse response) {
        var fence = fence(request);
        refuseForgery(request);
        var name = request.getParameter("name");
        if (DoctorKeys.isOne(name)) {
            rename(doctorKeys.take(key(name), fence.node()).orElseThrow(NoSuchStreamKey::new), response);
            return;
        }
        var channel = ingest.publish(key(name), fence, address(request));
        LOG.log(Level.INFO, "{0} is live: client {1,number,#} of {2}", channel, fence.clientId(), fence.node());
        rename(channel, response);
    }

    private static void rename(String stream, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", stream);
    }

    /** Which application of nginx packages the channel: where it is not for everybody, the one that encrypts. */
    private void route(HttpServletRequest request, HttpServletResponse response) {
        checkNode(request);
        var channel = String.valueOf(request.getParameter("name"));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", watching.findProtected(List.of(channel)).isEmpty() ? "hls" : "sealed");
    }

    /** Whether a file of the channel may go to who bears this token: what nginx asks on behalf of its viewers. */
    private void watch(HttpServletRequest request, HttpServletResponse response) {
        checkNode(request);
        try {
            playback.check(request.getHeader("X-Watch-Token"), String.valueOf(request.getHeader("X-Watch-Channel")));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Problem refusal) {
            var unknown = refusal.kind() == Problem.Kind.UNAUTHENTICATED;
            response.setStatus(unknown ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
            response.setHeader("X-Problem", refusal.code()); // nginx makes the answer of it: it passes on no body
            response.setHeader("X-Problem-Detail", refusal.getMessage());
        }
    }

    private static Secret key(String name) {
        if (name == null || name.isBlank()) {
            throw new StreamKeyMissing();
        }
        if (name.length() > LONGEST_KEY) {
            throw new NoSuchStreamKey();
        }
        return new Secret(name);
    }

    /** Where the encoder is, as nginx-rtmp saw it; null where that is no address. */
    private static String address(HttpServletRequest request) {
        var address = request.getParameter("addr");
        return address != null && Network.isAddress(address) ? address : null;
    }

    /** What an encoder writes behind its key comes as parameters, too: it must not speak for nginx-rtmp. */
    private static void refuseForgery(HttpServletRequest request) {
        for (var name : NGINX_SAYS) {
            var values = request.getParameterValues(name);
            if (values != null && values.length > 1) {
                throw new InvalidInput(name, "Publish without the argument %s.".formatted(name));
            }
        }
    }

    private String checkNode(HttpServletRequest request) {
        var node = request.getHeader("X-Ingest-Node");
        var secret = request.getHeader("X-Ingest-Secret");
        if (node == null || secret == null || !config.isSecretOf(node, secret)) {
            throw new UnknownIngestNode();
        }
        return node;
    }

    private Fence fence(HttpServletRequest request) {
        var node = checkNode(request);
        var boot = request.getHeader("X-Ingest-Boot");
        if (boot == null || boot.isBlank()) {
            throw new InvalidInput("X-Ingest-Boot", "Name the run of nginx that this is about.");
        }
        var clientId = request.getParameter("clientid");
        if (clientId == null || !NUMBER.matcher(clientId).matches()) {
            throw new InvalidInput("clientid", "Send nginx-rtmp's number of the connection.");
        }
        return new Fence(node, boot, Long.parseLong(clientId));
    }
}
