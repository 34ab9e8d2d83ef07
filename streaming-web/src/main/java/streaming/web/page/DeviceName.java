package streaming.web.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to call a browser or program to its owner, by its {@code User-Agent} (RFC 9110 §10.1.5). Browsers name those
 * whose pages they also read, so the one that comes first here wins.
 */
final class DeviceName {

    private static final String[][] PROGRAMS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS", "Firefox"},
        {"CriOS", "Chrome"},
        {"HeadlessChrome", "Chrome"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"},
    };
    private static final String[][] SYSTEMS = {
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS X", "macOS"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"},
    };

    private DeviceName() {}

    static String of(String userAgent) {
        var program = find(PROGRAMS, userAgent);
        if (program.isEmpty()) {
            var first = userAgent.split("[/ ]", 2)[0];
            return first.isEmpty() ? "Not used yet" : first;
        }
        return program.get()
                + find(SYSTEMS, userAgent).map(system -> " on " + system).orElse("");
    }

    private static Optional<String> find(String[][] names, String userAgent) {
        return Stream.of(names)
                .map(pair -> Map.entry(pair[0], pair[1]))
                .filter(pair -> userAgent.contains(pair.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
