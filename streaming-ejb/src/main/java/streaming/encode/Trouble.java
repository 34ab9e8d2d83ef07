package streaming.encode;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Why ffmpeg ended, in words for people who never saw it. */
final class Trouble {

    private static final int NO_PROGRAM = 127; // POSIX sh

    // The first that fits; what ffmpeg says of its input names the file that leads there.
    private static final List<Map.Entry<Pattern, String>> WORDS = List.of(
            words(Pattern.quote(StreamInput.FILE), "The stream could not be read from its ingest node."),
            words("Connection refused", "Nothing listens at this address."),
            words("Failed to resolve|not known", "There is no server of this name."),
            words("timed out", "The server does not answer."),
            words("No route to host|unreachable", "The server is out of reach."),
            words("(?i)certificate|tls|ssl", "The server's TLS certificate is not good, or it speaks no TLS."),
            words("Broken pipe|Connection reset", "The server broke off."),
            words(
                    "rtmps?://.*(Input/output error|Operation not permitted)",
                    "The server refused the stream: is the key right, and not in use?"),
            words("Input/output error", "The connection broke off."));

    private Trouble() {}

    static String of(int exitCode, List<String> said) {
        if (exitCode == NO_PROGRAM) {
            return "ffmpeg is not there.";
        }
        var text = String.join("\n", said);
        return WORDS.stream()
                .filter(words -> words.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(exitCode == 0 ? "The stream ended." : "ffmpeg ended with code %d.".formatted(exitCode));
    }

    private static Map.Entry<Pattern, String> words(String said, String words) {
        return Map.entry(Pattern.compile(said), words);
    }
}
