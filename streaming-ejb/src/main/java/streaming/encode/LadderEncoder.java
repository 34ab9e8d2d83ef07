package streaming.encode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ffmpeg's command for all renditions of one broadcast, which it publishes back to where the source is. */
final class LadderEncoder {

    private static final List<String> COPY = List.of("-c", "copy");

    private final List<String> ffmpeg;
    private final String preset;

    LadderEncoder(String ffmpeg, String preset) {
        this.ffmpeg = List.of("nice", ffmpeg); // the server and nginx go first
        this.preset = preset;
    }

    Program program(StreamInput input, List<Rendition> renditions) {
        var output = new ArrayList<String>();
        var smaller = renditions.stream().filter(this::isEncoded).toList();
        if (!smaller.isEmpty()) {
            output.addAll(List.of("-filter_complex", scaled(smaller)));
        }
        var files = new HashMap<String, String>();
        for (var rendition : renditions) {
            var file = rendition.name() + ".preset";
            output.addAll(encoded(rendition));
            output.addAll(List.of("-fpre", file, "-f", "flv", input.rtmp() + "/"));
            files.put(
                    file,
                    "rtmp_app=renditions\nrtmp_playpath=%s.%s?tap=%s\n"
                            .formatted(input.channel(), rendition.name(), input.tap()));
        }
        return input.program(ffmpeg, output).with(files, Set.of());
    }

    private boolean isEncoded(Rendition rendition) {
        return rendition.hasPicture() && !rendition.isSource();
    }

    private static String scaled(List<Rendition> renditions) {
        var split = "[0:v]split=%d%s".formatted(renditions.size(), labels(renditions, "in"));
        return IntStream.range(0, renditions.size())
                .mapToObj(i -> "[in%d]scale=%d:%d,format=yuv420p[out%s]"
                        .formatted(
                                i,
                                renditions.get(i).width(),
                                renditions.get(i).height(),
                                renditions.get(i).name()))
                .collect(Collectors.joining(";", split + ";", ""));
    }

    private static String labels(List<Rendition> renditions, String label) {
        return IntStream.range(0, renditions.size())
                .mapToObj(i -> "[%s%d]".formatted(label, i))
                .collect(Collectors.joining());
    }

    private List<String> encoded(Rendition rendition) {
        if (!rendition.hasPicture()) {
            return joined(List.of("-map", "0:a"), COPY);
        }
        if (rendition.isSource()) {
            return joined(List.of("-map", "0:v", "-map", "0:a?"), COPY);
        }
        var bitrate = rendition.bitrate();
        return joined(
                List.of("-map", "[out" + rendition.name() + "]", "-map", "0:a?", "-c:a", "copy"),
                List.of("-c:v", "libx264", "-preset", preset, "-tune", "zerolatency", "-profile:v", "main"),
                // Cut where the source is: a key frame for each of its key frames, and no other.
                List.of("-force_key_frames", "source", "-forced-idr", "1", "-sc_threshold", "0", "-g", "100000"),
                // At the very times of the source's pictures: in milliseconds, not in numbers of pictures.
                List.of("-fps_mode", "passthrough", "-enc_time_base", "1:1000"),
                List.of("-b:v", "" + bitrate, "-maxrate", "" + bitrate * 11 / 10, "-bufsize", "" + bitrate * 2));
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        var all = new ArrayList<String>();
        for (var list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
