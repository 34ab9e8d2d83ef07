package streaming.remux;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of ffmpeg in a folder of its own, which it cannot leave but for its input. {@code timeout} ends it also when this
 * server is killed meanwhile; one that reads from us ends with us by itself.
 */
public final class Ffmpeg implements AutoCloseable {

    static final String LOG = "ffmpeg.log";

    private static final int LAST_WORDS = 200;

    private final Process process;
    private final Duration longest;

    private Ffmpeg(Process process, Duration longest) {
        this.process = process;
        this.longest = longest;
    }

    /** Starts it in the folder; its input is what is written to {@link #input}. */
    public static Ffmpeg start(String program, Path folder, Duration longest, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "timeout",
                "--signal=KILL",
                String.valueOf(longest.toSeconds()),
                "nice",
                program,
                "-loglevel",
                "error",
                "-y",
                "-threads",
                "1",
                "-protocol_whitelist",
                "pipe,file"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(folder.resolve(LOG).toFile())
                .start();
        return new Ffmpeg(process, longest);
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /** Waits until it is done. */
    public void finish(Path folder) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(longest.toSeconds() + 2, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ffmpeg failed (%s): %s".formatted(exit(), lastWords(folder)));
        }
    }

    private String exit() {
        return process.isAlive() ? "it hangs" : String.valueOf(process.exitValue());
    }

    private static String lastWords(Path folder) throws IOException {
        var log = folder.resolve(LOG);
        var words = Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip() : "";
        return words.substring(Math.max(0, words.length() - LAST_WORDS));
    }

    /** Ends it, if it has not ended. timeout ends with ffmpeg and sees it off; killed first, it would leave it behind. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
