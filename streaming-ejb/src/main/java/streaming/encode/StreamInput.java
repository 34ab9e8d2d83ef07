package streaming.encode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A live stream as ffmpeg reads it from its ingest node, by RTMP. The word that lets us play it is in a file: as an
 * option of ffmpeg's concat demuxer, which is the only place where ffmpeg 5 takes one from a file for its input.
 *
 * @param application of nginx-rtmp where the stream is
 * @param tap the word
 */
public record StreamInput(URI rtmp, String application, String channel, String tap) {

    /** The name of that file. */
    static final String FILE = "stream.ffconcat";

    private static final List<String> ARGUMENTS = List.of(
            "-nostdin",
            "-hide_banner",
            "-nostats",
            "-loglevel",
            "warning",
            "-progress",
            "pipe:1",
            "-stats_period",
            "1",
            // Streams are told apart by the first second of them.
            "-analyzeduration",
            "1000000",
            "-protocol_whitelist",
            "file,rtmp,tcp",
            "-safe",
            "0",
            "-f",
            "concat",
            "-i",
            FILE);

    /** {@code ffmpeg} with these arguments about its output. */
    public Program program(List<String> ffmpeg, List<String> output) {
        var command = new ArrayList<>(ffmpeg);
        command.addAll(ARGUMENTS);
        command.addAll(output);
        return new Program(command, Map.of(FILE, text()), Set.of(tap));
    }

    private String text() {
        return """
                ffconcat version 1.0
                file %1$s/%2$s
                option rtmp_app %2$s
                option rtmp_playpath %3$s?tap=%4$s
                option rw_timeout 15000000
                """.formatted(rtmp, application, channel, tap);
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(channel, rtmp);
    }
}
