package streaming.remux;

import java.util.List;
import java.util.Locale;

/** One playlist of all parts (RFC 8216 §4.3.2.3: a discontinuity, and a map of its own, where another part begins). */
final class VodPlaylist {

    static final String NAME = "index.m3u8";

    private VodPlaylist() {}

    static String of(List<Fragments> parts) {
        var longest = parts.stream()
                .flatMap(part -> part.all().stream())
                .mapToDouble(Fragments.Fragment::seconds)
                .max()
                .orElse(1);
        var text = new StringBuilder(
                        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:%d\n".formatted((long) Math.ceil(longest)))
                .append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        var between = "";
        for (var part : parts) {
            text.append(between)
                    .append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(part.file(), part.head()));
            between = "#EXT-X-DISCONTINUITY\n";
            for (var fragment : part.all()) {
                text.append(String.format(
                        Locale.ROOT,
                        "#EXTINF:%.6f,\n#EXT-X-BYTERANGE:%d@%d\n%s\n",
                        fragment.seconds(),
                        fragment.length(),
                        fragment.offset(),
                        part.file()));
            }
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
