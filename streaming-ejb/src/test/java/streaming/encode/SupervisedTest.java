package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import streaming.encode.ProgramStatus.State;
import streaming.shared.TestClock;

/** With the real ffmpeg, and with programs that fail. */
class SupervisedTest {

    private static final List<String> FFMPEG =
            List.of("ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-loglevel", "warning", "-progress", "pipe:1");

    @TempDir
    Path folder;

    final TestClock clock = new TestClock();
    Supervised program;

    @AfterEach
    void end() throws InterruptedException {
        program.close();
        program.awaitEnd();
    }

    @Test
    void runsFfmpegUntilItIsClosedAndHidesWhatIsSecret() throws Exception {
        program = supervised(picture(
                        "-fpre",
                        "target.preset",
                        "-f",
                        "flv",
                        folder.resolve("out.flv").toString())
                .with(Map.of("target.preset", "metadata=title=hidden-word\n"), Set.of("hidden-word")));
        assertThat(program.status().state()).isEqualTo(State.WAITING);

        lookAfterUntil(() -> program.status().isRunning());

        var ffmpeg = child();
        assertThat(ffmpeg.info().arguments().orElseThrow())
                .contains("-progress")
                .noneMatch("hidden-word"::contains);
        assertThat(commandLine(ffmpeg)).contains("target.preset").doesNotContain("hidden-word");
        program.close();
        program.awaitEnd();
        assertThat(ffmpeg.isAlive()).isFalse();
        program.lookAfter();
        assertThat(program.status().isRunning()).as("told of no more").isTrue();
    }

    @Test
    void startsAgainWhatDiesAtOnceEachTimeLater() throws Exception {
        var starts = new AtomicInteger();
        program = new Supervised(
                "dying",
                () -> {
                    starts.incrementAndGet();
                    return Optional.of(shell("echo the key is abc; exit 3", Set.of("abc")));
                },
                clock);

        lookAfterUntil(() -> program.status().state() == State.WAITING && starts.get() == 1);
        assertThat(program.status().trouble()).isEqualTo("ffmpeg ended with code 3.");
        assertThat(program.status().said()).containsExactly("the key is …");
        assertThat(program.status().nextTry()).isBetween(in(700), in(1300));

        program.lookAfter();
        assertThat(starts).hasValue(1);
        clock.advance(Duration.ofMillis(1300));
        lookAfterUntil(() -> program.status().state() == State.WAITING && starts.get() == 2);
        assertThat(program.status().nextTry()).as("twice as late").isBetween(in(1500), in(2500));
    }

    @Test
    void endsWhatHangs() throws Exception {
        program = supervised(shell("echo $$ >%s; exec sleep 60".formatted(folder.resolve("pid")), Set.of()));
        lookAfterUntil(() -> Files.exists(folder.resolve("pid")) && size(folder.resolve("pid")) > 1);
        var hanging = ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .orElseThrow();

        clock.advance(Supervised.HANGING.plusSeconds(1));
        program.lookAfter();

        assertThat(program.status().state()).isEqualTo(State.WAITING);
        assertThat(program.status().trouble()).isEqualTo("Nothing went through for 20 seconds.");
        hanging.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void waitsForASourceThatDoesNotKnowYetAndTellsWhyOneMustNot() {
        program = new Supervised("unknown", Optional::empty, clock);
        program.lookAfter();
        assertThat(program.status().trouble()).isNull();

        program = new Supervised(
                "forbidden",
                () -> {
                    throw new Program.NotNow("Not there.");
                },
                clock);
        program.lookAfter();
        assertThat(program.status().trouble()).isEqualTo("Not there.");
        assertThat(program.status().nextTry()).isAfter(clock.instant());
    }

    /** The one thing that is left to the operating system: whoever holds the pipe is gone, and nobody said a word. */
    @Test
    void leavesNothingBehindWhenTheServerIsKilled() throws Exception {
        var pid = folder.resolve("pid");
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        pid.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        program = supervised(shell("exit 0", Set.of()));
        awaitUntil(() -> Files.exists(pid) && size(pid) > 1);
        var orphan =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        server.destroyForcibly();

        orphan.onExit().get(10, TimeUnit.SECONDS);
    }

    /** A server of its own, which is there to be killed. */
    static final class KilledServer {

        private KilledServer() {}

        public static void main(String[] arguments) throws InterruptedException {
            var program =
                    supervised(shell("echo $$ >%s; exec sleep 60".formatted(arguments[0]), Set.of()), new TestClock());
            program.lookAfter();
            TimeUnit.MINUTES.sleep(1);
            program.close();
        }
    }

    private Supervised supervised(Program what) {
        return supervised(what, clock);
    }

    private static Supervised supervised(Program what, TestClock clock) {
        return new Supervised("test", () -> Optional.of(what), clock);
    }

    private static Program shell(String script, Set<String> secrets) {
        return new Program(List.of("sh", "-c", script), Map.of(), secrets);
    }

    private static Program picture(String... output) {
        var command = new java.util.ArrayList<>(FFMPEG);
        command.addAll(List.of("-re", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=10", "-c:v", "flv1"));
        command.addAll(List.of(output));
        return new Program(command, Map.of(), Set.of());
    }

    private static ProcessHandle child() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"))
                .findFirst()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())));
    }

    private java.time.Instant in(int milliseconds) {
        return clock.instant().plusMillis(milliseconds);
    }

    private void lookAfterUntil(BooleanSupplier done) throws InterruptedException {
        awaitUntil(() -> {
            program.lookAfter();
            return done.getAsBoolean();
        });
    }

    private static void awaitUntil(BooleanSupplier done) throws InterruptedException {
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(patience);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
