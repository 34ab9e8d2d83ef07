package streaming.doctor;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import streaming.ingest.DoctorKeys;
import streaming.shared.Secret;

/** One look at one node: through its loopback server, from outside, and as an encoder. */
final class Examination {

    /** Everything that a look needs to know. */
    record Patient(String node, String secret, WebTarget control, WebTarget site, String rtmp, String ffmpeg) {}

    private static final int LONGEST_ANSWER = 4_000_000;
    private static final int LOG_TAIL = 200_000;
    private static final Duration SKEW = Duration.ofSeconds(2); // Date has whole seconds
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BROWSER_MILLIS = 2000;
    private static final int LONGEST_LINE = 100;
    private static final Pattern VERSION = Pattern.compile("<nginx_rtmp_version>([^<]+)");
    private static final String ANEW =
            "Print its file anew with ./streaming nginx-conf, and start nginx again with it.";

    private final Patient patient;
    private final DoctorKeys keys;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    private Secret used;

    Examination(Patient patient, DoctorKeys keys, Clock clock) {
        this.patient = patient;
        this.keys = keys;
        this.clock = clock;
    }

    private record Reply(int status, String body, String location, Instant date) {}

    /** A check that may find that nobody answers. */
    private interface Check {
        Finding run() throws IOException;
    }

    /** All checks; where nothing answers at all, that one alone. */
    List<Finding> run() {
        check(
                "reach",
                "Start nginx there; see STREAMING_INGEST_%s_CONTROL."
                        .formatted(patient.node().toUpperCase(Locale.ROOT)),
                this::reach);
        if (findings.get(0).good()) {
            check("module", "Install libnginx-mod-rtmp there. " + ANEW, this::module);
            check("callbacks", "Look at the node's nginx.log.", this::callbacks);
            check("redirect", ANEW, this::redirect);
            check("browsers", ANEW, this::browsers);
            check("hop", ANEW, this::hop);
            check("outside", "Make STREAMING_SITE_URL an address that this server reaches.", this::outside);
            check("clock", "Look at the node's nginx.log.", this::clock);
            configuration();
            check("publish", "Is ffmpeg there? See STREAMING_PREVIEW_FFMPEG.", this::publish);
            check("logs", ANEW, this::logs);
        }
        return findings;
    }

    /** The key that the test stream came with, to look for where it must not be. */
    String usedKey() {
        return used == null ? "" : used.text();
    }

    private void check(String name, String remedy, Check check) {
        try {
            findings.add(check.run());
        } catch (ProcessingException | WebApplicationException | IOException e) {
            findings.add(Finding.bad(name, "no answer: " + e.getMessage(), remedy));
        }
    }

    private Finding reach() throws IOException {
        var reply = get(patient.control().path("boot").request());
        var place = patient.control().getUri();
        return reply.status() == 200
                ? Finding.good("reach", "answers at " + place)
                : Finding.bad("reach", "%s answers %d".formatted(place, reply.status()), ANEW);
    }

    private Finding module() throws IOException {
        var stat = get(patient.control().path("stat").request()).body();
        var version = VERSION.matcher(stat);
        if (!version.find()) {
            return Finding.bad("module", "/stat is not nginx-rtmp's", "Install libnginx-mod-rtmp there. " + ANEW);
        }
        var missing = Stream.of("app", "hls")
                .filter(application -> !stat.contains("<name>%s</name>".formatted(application)))
                .toList();
        return missing.isEmpty()
                ? Finding.good("module", "nginx-rtmp %s with app and hls".formatted(version.group(1)))
                : Finding.bad("module", "there is no application " + String.join(", ", missing), ANEW);
    }

    /** A key that is nobody's must be refused, and by the application. */
    private Finding callbacks() throws IOException {
        var reply = callback(new Secret("nobody's"));
        if (reply.status() == 404 && reply.body().contains("no-such-stream-key")) {
            return Finding.good("callbacks", "an unknown key is refused");
        }
        if (reply.body().contains("unknown-ingest-node")) {
            return Finding.bad(
                    "callbacks", "the application does not take its secret for that of " + patient.node(), ANEW);
        }
        return Finding.bad(
                "callbacks",
                "an unknown key is answered with %d".formatted(reply.status()),
                "Let the node reach the application: see --application of nginx-conf.");
    }

    private Finding redirect() throws IOException {
        var key = keys.make(patient.node());
        var reply = callback(key);
        if (reply.status() == 302 && DoctorKeys.stream(key).equals(reply.location())) {
            return Finding.good("redirect", "a key is answered with the bare name of its stream");
        }
        return Finding.bad(
                "redirect",
                "a key is answered with %d and Location %s".formatted(reply.status(), reply.location()),
                "Nothing between node and application may change Location: proxy_redirect off.");
    }

    private Finding browsers() throws IOException {
        for (var path : List.of("/stat", "/control/drop/publisher", "/conf")) {
            var status = asBrowser(path);
            if (!status.contains(" 403 ")) {
                return Finding.bad("browsers", "a web page may ask for %s: %s".formatted(path, status), ANEW);
            }
        }
        return Finding.good("browsers", "web pages are refused");
    }

    /** The status line. By hand, because Java's client lets nobody say that they are a page of a browser. */
    private String asBrowser(String path) throws IOException {
        var uri = patient.control().getUri();
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()), BROWSER_MILLIS);
            socket.setSoTimeout(BROWSER_MILLIS);
            var request =
                    "GET %s HTTP/1.0\r\nHost: %s\r\nOrigin: http://example.org\r\nSec-Fetch-Site: cross-site\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(path, uri.getHost()).getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(LONGEST_LINE), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("");
        }
    }

    private Finding hop() throws IOException {
        var reply =
                get(patient.control().path("hop").queryParam("pageurl", "guess").request());
        return reply.status() == 403
                ? Finding.good("hop", "strangers do not get into the application hls")
                : Finding.bad("hop", "strangers may publish past their keys: /hop says " + reply.status(), ANEW);
    }

    private Finding outside() throws IOException {
        var boot = get(patient.control().path("boot").request()).body();
        for (var path : List.of("stat", "control/drop/publisher", "boot", "conf", "log", "hop")) {
            var reply = get(patient.site().path(path).request());
            if (reply.body().contains("<rtmp>") || reply.body().equals(boot) || reply.status() == 204) {
                return Finding.bad(
                        "outside",
                        "everybody may ask %s for /%s".formatted(patient.site().getUri(), path),
                        "Keep the loopback server off the public port. " + ANEW);
            }
        }
        return Finding.good(
                "outside",
                "%s has neither /stat nor /control".formatted(patient.site().getUri()));
    }

    private Finding clock() throws IOException {
        var there = get(patient.control().path("boot").request()).date();
        if (there == null) {
            return Finding.bad("clock", "its answers have no Date", ANEW);
        }
        var skew = Duration.between(there, clock.instant()).abs();
        return skew.compareTo(SKEW) <= 0
                ? Finding.good("clock", "agrees with ours")
                : Finding.bad(
                        "clock",
                        "%d s away from ours".formatted(skew.toSeconds()),
                        "Set both clocks by NTP: proofs of what is live are told by their age.");
    }

    private void configuration() {
        check("directives", ANEW, () -> {
            var reply = get(patient.control().path("conf").request().header("X-Ingest-Secret", patient.secret()));
            if (reply.status() != 200) {
                return Finding.bad(
                        "directives",
                        "/conf answers %d".formatted(reply.status()),
                        "nginx's worker must be able to read its file, which must have the node's secret.");
            }
            var found = new NodeConfiguration(reply.body()).findings();
            findings.addAll(found.subList(1, found.size()));
            return found.get(0);
        });
    }

    /** A real encoder, the callback, the push from app to hls, and the playlist. What it leaves is taken away again. */
    private Finding publish() throws IOException {
        used = keys.make(patient.node());
        var folder = patient.control().path("live").path(DoctorKeys.stream(used) + "/");
        try (var encoder = TestEncoder.publish(patient.ffmpeg(), patient.rtmp() + "/" + used.text())) {
            return watch(encoder, folder.path("index.m3u8"));
        } finally {
            folder.request().header("Depth", "infinity").delete().close();
        }
    }

    private Finding watch(TestEncoder encoder, WebTarget playlist) throws IOException {
        var began = clock.instant();
        while (Duration.between(began, clock.instant()).compareTo(PATIENCE) < 0) {
            if (get(playlist.request()).body().contains(".ts")) {
                var took = Duration.between(began, clock.instant()).toMillis();
                return Finding.good("publish", "a test stream is packaged after %.1f s".formatted(took / 1000.0));
            }
            if (!encoder.isPublishing()) {
                return Finding.bad(
                        "publish",
                        "the test stream to %s was refused or could not be sent".formatted(patient.rtmp()),
                        "Open the RTMP port for this server, or set STREAMING_INGEST_%s_RTMP."
                                .formatted(patient.node().toUpperCase(Locale.ROOT)));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Finding.bad(
                "publish",
                "a test stream came in, and has no playlist after %d s".formatted(PATIENCE.toSeconds()),
                "Is the folder of hls_path writable, and is the disk full? " + ANEW);
    }

    private Finding logs() throws IOException {
        var reply = get(patient.control()
                .path("log")
                .request()
                .header("X-Ingest-Secret", patient.secret())
                .header("Range", "bytes=-" + LOG_TAIL));
        if (reply.status() == 403 || reply.status() == 404) {
            return Finding.bad("logs", "/log answers %d".formatted(reply.status()), ANEW);
        }
        return reply.body().contains(usedKey())
                ? Finding.bad(
                        "logs",
                        "the key of the test stream is in nginx.log",
                        "Set error_log to warn, and access_log off.")
                : Finding.good("logs", "the key of the test stream is not in nginx.log");
    }

    private Reply callback(Secret key) throws IOException {
        var form = new Form("name", key.text()).param("clientid", "0").param("addr", "127.0.0.1");
        try (var response = patient.control().path("publish").request().post(Entity.form(form))) {
            return reply(response);
        }
    }

    private static Reply get(Invocation.Builder request) throws IOException {
        try (var response = request.get()) {
            return reply(response);
        }
    }

    private static Reply reply(Response response) throws IOException {
        var body =
                response.hasEntity() ? response.readEntity(InputStream.class).readNBytes(LONGEST_ANSWER) : new byte[0];
        return new Reply(
                response.getStatus(),
                new String(body, StandardCharsets.UTF_8),
                response.getHeaderString("Location"),
                response.getDate() == null ? null : response.getDate().toInstant());
    }
}
