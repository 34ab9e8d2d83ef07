package streaming.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product's own launcher, as an operator types it: on a data folder and ports of our own, with the EAR just built. */
final class Launcher {

    /** Its tests sign in more often, all from one address, than an office would. */
    static final int SIGN_INS_A_MINUTE = 300;

    private static final Duration LONGEST = Duration.ofMinutes(15); // a new machine downloads first

    private final Path home;
    private final Path data;
    private final Map<String, Integer> ports;
    private final Map<String, String> settings;

    /** The settings are the application's, by the names of their variables. */
    Launcher(Path home, Path data, Map<String, Integer> ports, Map<String, String> settings) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.settings = settings;
    }

    /** Runs a command to its end and gives what it printed; fails with all of that if the command does. */
    String run(String... words) {
        var command = new ArrayList<>(List.of(home.resolve("streaming").toString()));
        command.addAll(List.of(words));
        try {
            var output = Files.createTempFile("streaming-launcher", ".log");
            try {
                return run(command, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Into a file: what the launcher leaves running must not hold a pipe that we read to its end.
    private String run(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        configure(builder.environment());
        var process = builder.start();
        boolean ended = false;
        try {
            ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                process.destroy();
            }
        }
        var printed = Files.readString(output);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("%s %s:%n%s"
                    .formatted(
                            String.join(" ", command), ended ? "exited with " + process.exitValue() : "hung", printed));
        }
        return printed;
    }

    /** A developer's own settings must not reach the product under test. */
    private void configure(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("DB_") || (name.startsWith("STREAMING_") && !name.equals("STREAMING_CACHE")));
        environment.put("STREAMING_DATA", data.toString());
        environment.put("STREAMING_LIMIT_SIGN_IN", SIGN_INS_A_MINUTE + "/1m");
        environment.put("STREAMING_LIMIT_SIGN_UP", "5000/1h");
        environment.put(
                "STREAMING_EAR",
                home.resolve("streaming-ear/target/streaming.ear").toString());
        environment.putAll(settings);
        ports.forEach((name, port) -> environment.put("STREAMING_" + name + "_PORT", port.toString()));
    }
}
