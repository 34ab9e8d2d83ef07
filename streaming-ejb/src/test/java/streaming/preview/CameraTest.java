package streaming.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real ffmpeg, and with one that hangs. */
class CameraTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstPictureOfASegment() throws IOException, InterruptedException {
        var segment = folder.resolve("segment.ts");
        run("ffmpeg -loglevel error -f lavfi -i testsrc2=size=1280x720:rate=10 -t 0.5 -c:v libx264 -f mpegts "
                + segment);
        var still = folder.resolve("still.jpg");

        assertThat(new Camera("ffmpeg").take(segment, still)).isTrue();

        var image = ImageIO.read(still.toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(360);
    }

    @Test
    void givesNothingForWhatIsNoVideo() throws IOException, InterruptedException {
        var noise = Files.write(folder.resolve("noise.ts"), new byte[] {1, 2, 3});

        assertThat(new Camera("ffmpeg").take(noise, folder.resolve("still.jpg")))
                .isFalse();
    }

    @Test
    void leavesNoProcessBehindWhenItIsInterrupted() throws Exception {
        var pid = folder.resolve("pid");
        var hanging = script("echo $$ >%s; exec sleep 60".formatted(pid));
        var interrupted = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> {
            try {
                new Camera(hanging).take(folder.resolve("none.ts"), folder.resolve("still.jpg"));
            } catch (InterruptedException e) {
                interrupted.complete(true);
            } catch (IOException e) {
                interrupted.completeExceptionally(e);
            }
        });
        thread.start();
        var hung = process(pid);

        thread.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        hung.onExit().get(10, TimeUnit.SECONDS);
    }

    /** The process whose number a script writes. */
    private static ProcessHandle process(Path pid) throws IOException, InterruptedException {
        var patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(System.nanoTime()).isLessThan(patience);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private String script(String line) throws IOException {
        var file = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static void run(String command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor())
                .isZero();
    }
}
