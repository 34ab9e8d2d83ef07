package streaming.remux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One playlist of all parts (RFC 8216 §4.3.2.3: a discontinuity, and a map of its own, where another part begins). */
final class VodPlaylist {

    static final String NAME = "index.m3u8";

    private VodPlaylist() {}

    static void write(Path folder, int parts) throws IOException {
        var lists = new ArrayList<List<String>>();
        for (int part = 0; part < parts; part++) {
            lists.add(Files.readAllLines(folder.resolve("part" + part + ".m3u8")));
        }
        Files.writeString(folder.resolve(NAME), join(lists));
        for (int part = 0; part < parts; part++) {
            Files.delete(folder.resolve("part" + part + ".m3u8"));
        }
    }

    static String join(List<List<String>> lists) {
        var longest = lists.stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("#EXT-X-TARGETDURATION:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .max()
                .orElse(1);
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n".formatted(longest))
                .append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (int part = 0; part < lists.size(); part++) {
            if (part > 0) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            lists.get(part).stream()
                    .dropWhile(line -> !line.startsWith("#EXT-X-MAP"))
                    .filter(line -> !line.equals("#EXT-X-ENDLIST"))
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /** A part of a recording: its file, and from when to when it is. */
    record Part(String file, long startsMs, long endsMs) {}

    /** The part that a moment is in; the last, where the moment is beyond the end. */
    static Part at(List<String> playlist, long momentMs) {
        double time = 0;
        var part = new Part("part0.mp4", 0, 0);
        for (var line : playlist) {
            if (line.startsWith("#EXT-X-DISCONTINUITY")) {
                if (momentMs < part.endsMs()) {
                    return part;
                }
                part = new Part(null, Math.round(time * 1000), 0);
            } else if (line.startsWith("#EXTINF:")) {
                time += Double.parseDouble(line.substring("#EXTINF:".length(), line.indexOf(',')));
                part = new Part(part.file(), part.startsMs(), Math.round(time * 1000));
            } else if (!line.startsWith("#")) {
                part = new Part(line, part.startsMs(), part.endsMs());
            }
        }
        return part;
    }
}
