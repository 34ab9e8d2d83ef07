package streaming.remux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Cuts a piece out of a recording, without encoding: it begins at the last key frame before its start. */
public final class Cut {

    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final String VIDEO = "clip.mp4";

    private final String program;
    private final Path recording;

    public Cut(String program, Path recording) {
        this.program = program;
        this.recording = recording;
    }

    /** What came of it. */
    public record Made(long bytes, long lengthMs) {}

    /** Makes the video and its thumbnail in the folder. A piece of two parts of the recording ends with the first. */
    public Made make(long startMs, long lengthMs, Path folder) throws IOException, InterruptedException {
        var part = VodPlaylist.at(Files.readAllLines(recording.resolve(VodPlaylist.NAME)), startMs);
        var length = Math.min(lengthMs, part.endsMs() - startMs);
        try (var ffmpeg = Ffmpeg.start(
                program,
                folder,
                LONGEST,
                "-ss",
                seconds(startMs - part.startsMs()),
                "-i",
                recording.resolve(part.file()).toString(),
                "-t",
                seconds(length),
                "-c",
                "copy",
                "-avoid_negative_ts",
                "make_zero",
                "-movflags",
                "+faststart",
                VIDEO)) {
            ffmpeg.finish(folder);
        }
        try (var ffmpeg = Ffmpeg.start(
                program,
                folder,
                LONGEST,
                "-i",
                VIDEO,
                "-an",
                "-frames:v",
                "1",
                "-vf",
                "scale='min(640,iw)':-2",
                "-q:v",
                "4",
                "-f",
                "mjpeg",
                Storyboard.THUMBNAIL)) {
            ffmpeg.finish(folder);
        }
        Files.deleteIfExists(folder.resolve(Ffmpeg.LOG));
        return new Made(Files.size(folder.resolve(VIDEO)), length);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, millis) / 1000.0);
    }
}
