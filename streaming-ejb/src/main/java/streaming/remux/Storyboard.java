package streaming.remux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The pictures for the seek bar, all in one file, with a WebVTT file that says which is for when, and the thumbnail. */
final class Storyboard {

    static final String PICTURES = "storyboard.jpg";
    static final String TIMES = "storyboard.vtt";
    static final String THUMBNAIL = "thumbnail.jpg";

    private static final int COLUMNS = 10;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final String program;

    Storyboard(String program) {
        this.program = program;
    }

    /** Makes them of the key frames in {@code keys.flv}, in the same folder. */
    void draw(Path folder, List<Long> times, long duration) throws IOException, InterruptedException {
        int rows = (times.size() + COLUMNS - 1) / COLUMNS;
        var tiles = "scale=%d:%d:force_original_aspect_ratio=decrease,pad=%d:%d:-1:-1,setsar=1,tile=%dx%d"
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, Math.min(COLUMNS, times.size()), rows);
        // not the very first picture, which is often black
        var thumbnail = "select='eq(n,%d)',scale='min(640,iw)':-2".formatted(times.size() / 4);
        try (var ffmpeg = Ffmpeg.start(
                program,
                folder,
                LONGEST,
                "-f",
                "flv",
                "-i",
                "keys.flv",
                "-an",
                "-vf",
                tiles,
                "-frames:v",
                "1",
                "-q:v",
                "6",
                "-f",
                "mjpeg",
                PICTURES,
                "-an",
                "-vf",
                thumbnail,
                "-frames:v",
                "1",
                "-q:v",
                "4",
                "-f",
                "mjpeg",
                THUMBNAIL)) {
            ffmpeg.finish(folder);
        }
        Files.writeString(folder.resolve(TIMES), vtt(times, duration));
    }

    static String vtt(List<Long> times, long duration) {
        var text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < times.size(); i++) {
            var end = i + 1 < times.size() ? times.get(i + 1) : Math.max(duration, times.get(i) + 1);
            text.append("\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n"
                    .formatted(
                            time(i == 0 ? 0 : times.get(i)),
                            time(end),
                            PICTURES,
                            i % COLUMNS * WIDTH,
                            i / COLUMNS * HEIGHT,
                            WIDTH,
                            HEIGHT));
        }
        return text.toString();
    }

    private static String time(long millis) {
        var time = Duration.ofMillis(millis);
        return "%02d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }
}
