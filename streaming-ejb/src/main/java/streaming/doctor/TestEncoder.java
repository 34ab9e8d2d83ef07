package streaming.doctor;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** ffmpeg, which publishes a small test picture; {@code timeout} ends it also when this server is killed meanwhile. */
final class TestEncoder implements AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private final Process process;

    private TestEncoder(Process process) {
        this.process = process;
    }

    /** Begins to publish. The address holds a key that is worth nothing after this one use: a list of processes may. */
    static TestEncoder publish(String program, String address) throws IOException {
        return new TestEncoder(new ProcessBuilder(List.of(
                        "timeout",
                        "--signal=KILL",
                        String.valueOf(LONGEST.toSeconds()),
                        program,
                        "-nostdin",
                        "-loglevel",
                        "quiet",
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=128x72:rate=10",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-g",
                        "5",
                        "-f",
                        "flv",
                        address))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    boolean isPublishing() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
