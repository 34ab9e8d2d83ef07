package streaming.encode;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that is to run until this is closed: started again when it ends, later each time it fails, and when nothing
 * comes of it for a while. It does nothing by itself: whoever has it looks after it about once a second, so many of them
 * need one thread.
 *
 * <p>A small shell holds the other end of a pipe from this server and ends the program when the pipe does. So nothing
 * stays behind, also when this server is killed: the system closes the pipe for it.
 */
public final class Supervised implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Supervised.class.getName());

    /** Without any progress for so long, it hangs. */
    static final Duration HANGING = Duration.ofSeconds(20);

    /** After so long, an end is no sequel of the failure before. */
    static final Duration STEADY = Duration.ofSeconds(30);

    private static final Duration END = Duration.ofSeconds(4);
    private static final int KEPT_LINES = 20;
    private static final int LONGEST_LINE = 500;

    /** What {@code -progress} says; the one figure that matters is how far it has come, in microseconds. */
    private static final Pattern PROGRESS = Pattern.compile("[a-z_0-9]+=\\s*\\S*");

    private static final Pattern COME_SO_FAR = Pattern.compile("out_time_us=([0-9]+)");

    // The watch is killed before it could end a stranger that got the number of the dead.
    private static final String SHELL = """
            exec 3<&0 </dev/null
            "$@" 3<&- &
            child=$!
            { while read -r _ <&3; do :; done; kill -TERM $child; sleep 3; kill -KILL $child; } >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $child
            status=$?
            kill -KILL $watch 2>/dev/null
            exit $status
            """;

    private final String name;
    private final Program.Source source;
    private final Clock clock;
    private final BackOff backOff;

    private final ArrayDeque<String> said = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private ProgramStatus.State state = ProgramStatus.State.WAITING;
    private Instant since;
    private Instant nextTry;
    private Instant progressAt;
    private long comeSoFar;
    private String trouble;
    private Set<String> secrets = Set.of();
    private Process process;
    private Path folder;
    private boolean closed;

    /** By a name for the log; it starts when it is first looked after. */
    public Supervised(String name, Program.Source source, Clock clock) {
        this.name = name;
        this.source = source;
        this.clock = clock;
        this.backOff = new BackOff(Math::random);
        this.since = clock.instant();
        this.nextTry = since;
    }

    /** Starts it if its time has come, and sees how it does. */
    public void lookAfter() {
        if (closed) {
            return;
        }
        var now = clock.instant();
        if (process == null) {
            if (!now.isBefore(nextTry)) {
                start(now);
            }
            return;
        }
        var alive = process.isAlive(); // before reading: what it said last is not missed
        read(now);
        if (!alive) {
            failed(Trouble.of(process.exitValue(), List.copyOf(said)), now);
        } else if (progressAt.plus(HANGING).isBefore(now)) {
            failed("Nothing went through for %d seconds.".formatted(HANGING.toSeconds()), now);
        } else if (state == ProgramStatus.State.RUNNING && since.plus(STEADY).isBefore(now)) {
            backOff.forget();
        }
    }

    public ProgramStatus status() {
        return new ProgramStatus(state, since, trouble, process == null ? nextTry : null, List.copyOf(said));
    }

    /** Tells it to end, and to stay so; it has three seconds for what it must finish. */
    @Override
    public void close() {
        closed = true;
        if (process != null) {
            release();
        }
        deleteFiles();
    }

    /** After {@link #close}: waits until it has ended. */
    public void awaitEnd() throws InterruptedException {
        if (process != null && !process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.WARNING, "{0} does not end", name);
        }
    }

    private void start(Instant now) {
        try {
            var program = source.next();
            if (program.isPresent()) {
                run(program.get(), now);
            }
        } catch (Program.NotNow e) {
            failed(e.getMessage(), now);
        } catch (IOException e) {
            failed("The program could not be started: " + e.getMessage(), now);
        }
    }

    private void run(Program program, Instant now) throws IOException {
        said.clear();
        line.setLength(0);
        comeSoFar = 0;
        progressAt = now;
        secrets = program.secrets();
        process = new ProcessBuilder(command(program))
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE)
                .start();
        become(ProgramStatus.State.STARTING, now);
    }

    private List<String> command(Program program) throws IOException {
        folder = Files.createTempDirectory("streaming-"); // for this user's eyes alone, as createTempDirectory has it
        for (var file : program.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var command = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
        for (var argument : program.command()) {
            command.add(
                    program.files().containsKey(argument)
                            ? folder.resolve(argument).toString()
                            : argument);
        }
        return command;
    }

    // What is there now: a program that says nothing must not hold up the others.
    private void read(Instant now) {
        try {
            var output = process.getInputStream();
            for (int waiting = output.available(); waiting > 0; waiting = output.available()) {
                take(new String(output.readNBytes(waiting), StandardCharsets.UTF_8), now);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} closed its output: {1}", name, e.getMessage());
        }
    }

    private void take(String text, Instant now) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                hear(line.toString(), now);
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(text.charAt(i));
            }
        }
    }

    private void hear(String heard, Instant now) {
        var far = COME_SO_FAR.matcher(heard);
        if (far.matches()) {
            advance(Long.parseLong(far.group(1)), now);
        } else if (!heard.isBlank() && !PROGRESS.matcher(heard).matches()) {
            said.addLast(withoutSecrets(heard));
            if (said.size() > KEPT_LINES) {
                said.removeFirst();
            }
        }
    }

    private void advance(long far, Instant now) {
        if (far <= comeSoFar) {
            return;
        }
        comeSoFar = far;
        progressAt = now;
        if (state == ProgramStatus.State.STARTING) {
            become(ProgramStatus.State.RUNNING, now);
            trouble = null;
            deleteFiles(); // it has read them
        }
    }

    private String withoutSecrets(String text) {
        var clean = text;
        for (var secret : secrets) {
            clean = clean.replace(secret, "…");
        }
        return clean;
    }

    private void failed(String why, Instant now) {
        if (process != null) {
            release();
            process = null;
        }
        deleteFiles();
        var pause = backOff.afterFailure();
        LOG.log(Level.INFO, "{0} ended, and is started again in {1} s: {2} {3}", name, pause.toSeconds(), why, said);
        trouble = why;
        nextTry = now.plus(pause);
        become(ProgramStatus.State.WAITING, now);
    }

    private void become(ProgramStatus.State next, Instant now) {
        state = next;
        since = now;
    }

    /** Lets go of its pipe, which ends it if it runs. What it still says, nobody reads. */
    private void release() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0}: {1}", name, e.getMessage()); // it was gone first
        }
    }

    private void deleteFiles() {
        if (folder == null) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} leaves files in {1}: {2}", name, folder, e.getMessage());
        }
        folder = null;
    }
}
