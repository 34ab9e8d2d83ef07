package streaming.preview;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * ffmpeg, which makes a still of a segment. It reads a file and writes one, and nothing else; it has a few seconds, and
 * {@code timeout} sees to that also when this server is killed meanwhile.
 */
final class Camera {

    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final int WIDTH = 640;

    private final String program;

    Camera(String program) {
        this.program = program;
    }

    /** Whether there is a picture now. A segment without video, or one that ffmpeg cannot read, gives none. */
    boolean take(Path segment, Path still) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(segment, still))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(LONGEST.toSeconds() + 2, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && Files.exists(still);
        } finally {
            kill(process);
        }
    }

    // The first picture of a segment is a key frame: nothing before it is needed, nothing after it is read.
    private List<String> command(Path segment, Path still) {
        return List.of(
                "timeout",
                "--signal=KILL",
                String.valueOf(LONGEST.toSeconds()),
                "nice",
                program,
                "-nostdin",
                "-loglevel",
                "quiet",
                "-y",
                "-threads",
                "1",
                "-protocol_whitelist",
                "file",
                "-f",
                "mpegts",
                "-i",
                segment.toString(),
                "-an",
                "-frames:v",
                "1",
                "-vf",
                "scale='min(%d,iw)':-2".formatted(WIDTH),
                "-q:v",
                "5",
                "-f",
                "mjpeg",
                still.toString());
    }

    // timeout ends with ffmpeg and sees it off; killed first, it would leave a dead process to the machine's init.
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
