package streaming.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A node's nginx.conf, as far as it decides what becomes of streams and of keys. */
final class NodeConfiguration {

    private static final String AGAIN =
            "Print the file anew with ./streaming nginx-conf, and start nginx again with it.";

    /** What must be there, and what is broken without it. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("worker_processes\\s+1", "worker_processes 1 (streams hide in the other workers)"),
            Map.entry("access_log\\s+off", "access_log off in rtmp (its lines hold keys)"),
            Map.entry("drop_idle_publisher\\s+\\S+", "drop_idle_publisher (silent encoders keep their channels)"),
            Map.entry("ping\\s+\\S+", "ping"),
            Map.entry("ping_timeout\\s+\\S+", "ping_timeout"),
            Map.entry("on_publish\\s+\\S+/publish", "on_publish (anybody may publish)"),
            Map.entry("on_publish_done\\s+\\S+/publish-done", "on_publish_done"),
            Map.entry("on_publish\\s+\\S+/hop", "on_publish of the application hls"),
            Map.entry("deny\\s+play\\s+all", "deny play all"),
            Map.entry("hls_path\\s+\\S+", "hls_path"));

    private static final Pattern TALKATIVE = Pattern.compile("error_log\\s+\\S+\\s+(?:info|debug)");
    private static final Pattern KEY_PATH = directive("hls_key_path");
    private static final Pattern SERVED = directive("hls_path|root|alias");

    private final String text;

    NodeConfiguration(String file) {
        this.text = file.lines()
                .filter(line -> !line.strip().startsWith("#"))
                .reduce("", (above, line) -> above + line + "\n");
    }

    List<Finding> findings() {
        return List.of(directives(), logs(), keyPath());
    }

    private Finding directives() {
        var missing = REQUIRED.entrySet().stream()
                .filter(required -> !has(required.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Finding.bad("directives", "missing: " + String.join(", ", missing), AGAIN);
        }
        return has("notify_relay_redirect\\s+on")
                ? Finding.bad(
                        "directives", "notify_relay_redirect is on", "Take it out: names of channels are no addresses.")
                : Finding.good("directives", "all there");
    }

    private Finding logs() {
        return TALKATIVE.matcher(text).find()
                ? Finding.bad(
                        "log level", "error_log is at info or debug, where nginx-rtmp writes keys", "Set it to warn.")
                : Finding.good("log level", "error_log says nothing of keys");
    }

    private Finding keyPath() {
        var served = values(SERVED).toList();
        var open = new ArrayList<String>();
        values(KEY_PATH)
                .filter(path -> served.stream().anyMatch(folder -> (path + "/").startsWith(folder + "/")))
                .forEach(open::add);
        return open.isEmpty()
                ? Finding.good("key path", "no folder of keys is within one that is served")
                : Finding.bad(
                        "key path", open + " is served to everybody", "Set hls_key_path to a folder beside hls_path.");
    }

    private boolean has(String directive) {
        return Pattern.compile("(?m)(?:^|[{;])\\s*" + directive + "\\s*;")
                .matcher(text)
                .find();
    }

    private static Pattern directive(String names) {
        return Pattern.compile("(?m)(?:^|[{;])\\s*(?:%s)\\s+\"?([^\";$]*?)/?\"?\\s*;".formatted(names));
    }

    private Stream<String> values(Pattern directive) {
        return directive.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
