package streaming.remux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real ffmpeg, on what an encoder would have sent. */
class RemuxTest {

    @TempDir
    static Path encoded;

    @TempDir
    Path folder;

    @BeforeAll
    static void encode() throws IOException, InterruptedException {
        encode("small", "320x180");
        encode("large", "640x360");
    }

    @Test
    void joinsWhatAnEncoderSentInTwoConnections() throws IOException, InterruptedException {
        var progress = new ArrayList<Long>();

        var result = new Remux("ffmpeg", folder).run(List.of(file("small"), file("small")), 6000, progress::add);

        assertThat(result.parts()).isEqualTo(1);
        assertThat(result.duration().toMillis()).isCloseTo(6000, within(250L));
        assertThat(result.storyboard()).isTrue();
        assertThat(result.bytes()).isGreaterThan(10_000);
        assertThat(progress).isNotEmpty();
        assertThat(duration("index.m3u8")).isCloseTo(6.0, within(0.25));
        assertThat(duration("part0.mp4")).isCloseTo(6.0, within(0.25));
        assertThat(list())
                .containsExactlyInAnyOrder(
                        "index.m3u8", "part0.mp4", "storyboard.jpg", "storyboard.vtt", "thumbnail.jpg");
        assertThat(ImageIO.read(folder.resolve("thumbnail.jpg").toFile()).getWidth())
                .isEqualTo(320);
        assertThat(Files.readString(folder.resolve("storyboard.vtt")))
                .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:02.")
                .contains("storyboard.jpg#xywh=160,0,160,90");
    }

    @Test
    void beginsAnotherPartWhereAnEncoderCameBackWithOtherSettings() throws IOException, InterruptedException {
        var result = new Remux("ffmpeg", folder)
                .run(List.of(file("small"), file("large"), file("large")), 9000, bytes -> {});

        assertThat(result.parts()).isEqualTo(2);
        assertThat(result.duration().toMillis()).isCloseTo(9000, within(350L));
        assertThat(duration("part0.mp4")).isCloseTo(3.0, within(0.2));
        assertThat(duration("part1.mp4")).isCloseTo(6.0, within(0.25));
        var playlist = Files.readAllLines(folder.resolve("index.m3u8"));
        assertThat(playlist).containsOnlyOnce("#EXT-X-DISCONTINUITY", "#EXT-X-ENDLIST");
        assertThat(VodPlaylist.at(playlist, 1000).file()).isEqualTo("part0.mp4");
        assertThat(VodPlaylist.at(playlist, 5000).file()).isEqualTo("part1.mp4");
    }

    @Test
    void takesWhatIsThereOfAFileThatWasCutOff() throws IOException, InterruptedException {
        var whole = Files.readAllBytes(encoded.resolve("small.flv"));
        Remux.Source broken =
                () -> Optional.of(new java.io.ByteArrayInputStream(Arrays.copyOf(whole, whole.length * 2 / 3)));
        Remux.Source gone = Optional::empty;
        Remux.Source noise = () -> Optional.of(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3, 4}));

        var result = new Remux("ffmpeg", folder).run(List.of(broken, gone, noise), 3000, bytes -> {});

        assertThat(result.parts()).isEqualTo(1);
        assertThat(result.duration().toMillis()).isBetween(1000L, 2900L);
        assertThat(duration("index.m3u8")).isCloseTo(result.duration().toMillis() / 1000.0, within(0.25));
    }

    @Test
    void makesNothingOfNothing() throws IOException, InterruptedException {
        var result = new Remux("ffmpeg", folder).run(List.of(Optional::empty), 0, bytes -> {});

        assertThat(result.parts()).isZero();
    }

    @Test
    void failsWithAnFfmpegThatDiesAtOnce() throws IOException {
        var dying = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nkill -9 $$\n");
        Files.setPosixFilePermissions(dying, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> new Remux(dying.toString(), folder).run(List.of(file("small")), 3000, bytes -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void cutsAPieceWithoutEncoding() throws IOException, InterruptedException {
        new Remux("ffmpeg", folder).run(List.of(file("small"), file("large")), 6000, bytes -> {});
        var clip = Files.createDirectory(folder.resolve("clip"));

        var made = new Cut("ffmpeg", folder).make(3500, 2000, clip);

        assertThat(made.lengthMs()).isEqualTo(2000);
        assertThat(duration("clip/clip.mp4")).isCloseTo(2.0, within(1.1));
        assertThat(ImageIO.read(clip.resolve("thumbnail.jpg").toFile()).getWidth())
                .as("it is of the second part")
                .isEqualTo(640);
        var last = new Cut("ffmpeg", folder).make(2500, 2000, clip);
        assertThat(last.lengthMs()).as("a piece ends with its part").isLessThan(1000);
    }

    private static Remux.Source file(String name) {
        return () -> Optional.of(Files.newInputStream(encoded.resolve(name + ".flv")));
    }

    private List<String> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private double duration(String file) throws IOException, InterruptedException {
        var probe = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(probe.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(probe.waitFor()).as(said).isZero();
        return Double.parseDouble(said.strip());
    }

    private static void encode(String name, String size) throws IOException, InterruptedException {
        var command =
                "ffmpeg -loglevel error -f lavfi -i testsrc2=size=%s:rate=25 -f lavfi -i sine -t 3 -g 25 -c:v libx264 -preset ultrafast -c:a aac -f flv %s"
                        .formatted(size, encoded.resolve(name + ".flv"));
        assertThat(new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor())
                .isZero();
    }
}
