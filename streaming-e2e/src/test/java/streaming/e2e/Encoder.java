package streaming.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * ffmpeg that publishes a test picture and a tone, with a key frame each second. The picture's top row bears the time at
 * which it was taken, as {@link Viewer#latency()} reads it.
 */
final class Encoder implements AutoCloseable {

    /** Width of a bit of the time in the picture's top row, and its number of bits; the unit is a tenth of a second. */
    static final int BIT = 16;

    static final int BITS = 20;

    static final int WIDTH = BIT * BITS;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final Path log;

    private Encoder(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Encoder publish(String address) {
        return start("-f flv " + address);
    }

    /** Writes HLS into a folder, as an encoder does that has a server of its own. */
    static Encoder writeHls(Path folder) {
        return start("-f hls -hls_time 1 -hls_list_size 6 -hls_flags delete_segments " + folder.resolve("index.m3u8"));
    }

    private static Encoder start(String output) {
        try {
            var log = Files.createTempFile("streaming-encoder", ".log");
            var process = new ProcessBuilder(command(output))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Encoder(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A frame's time is the wall clock's while geq draws it, and its number's again for the encoder.
    private static List<String> command(String output) {
        var picture = """
                testsrc2=size=%1$dx192:rate=20,format=yuv420p,realtime,settb=1/1000,setpts=RTCTIME/1000000/TB,
                split[picture][row];
                [row]crop=%1$d:%2$d:0:0,geq=lum='255*mod(floor(T*10/pow(2,floor(X/%2$d))),2)':cb=128:cr=128[time];
                [time][picture]vstack,settb=1/20,setpts=N[out]""".formatted(WIDTH, BIT);
        return List.of(
                        "ffmpeg -hide_banner -loglevel warning -nostdin -filter_complex",
                        picture,
                        "-f lavfi -i sine=frequency=440:sample_rate=44100,arealtime -map [out] -map 0:a",
                        "-c:v libx264 -preset ultrafast -tune zerolatency -g 20 -b:v 400k -c:a aac -b:a 64k",
                        output)
                .stream()
                .flatMap(words -> words.equals(picture) ? Stream.of(picture) : Stream.of(words.split(" ")))
                .toList();
    }

    /** When the first key frame of a segment is to be seen, and whether it is the segment's first picture. */
    static String firstKeyFrame(String segment) {
        return ffprobe("-select_streams", "v", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0", segment)
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Whether anybody can play this stream by RTMP. */
    static boolean plays(String address) {
        return !ffprobe("-rw_timeout", "3000000", "-show_entries", "stream=codec_name", "-of", "csv=p=0", address)
                .isBlank();
    }

    private static String ffprobe(String... arguments) {
        try {
            var command = new ArrayList<>(List.of("ffprobe", "-v", "quiet"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPublishing() {
        return process.isAlive();
    }

    /** Waits for the encoder to end by itself. */
    int exitCode() {
        return exitCode(PATIENCE);
    }

    /** Waits for the encoder to end by itself within this time. */
    int exitCode(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The encoder still publishes after " + within + "\n" + Platform.read(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the encoder", e);
        }
        return process.exitValue();
    }

    /** Waits, however long, for the encoder to end by itself. */
    void await() throws InterruptedException {
        process.waitFor();
    }

    /** Falls silent, and keeps its connection. */
    void freeze() {
        Platform.signal("STOP", process.toHandle());
    }

    /** Dies as if it had crashed. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends the stream as an operator does with Ctrl-C. */
    void stop() {
        process.destroy();
        exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
