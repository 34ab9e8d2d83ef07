package streaming.encode;

import java.util.List;

/** The list of a broadcast's qualities, as players read it (RFC 8216 §4.3.4.2). */
final class MasterPlaylist {

    private MasterPlaylist() {}

    /** By addresses that hold wherever the list itself is read. */
    static String of(String channel, List<Rendition> renditions) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (var rendition : renditions) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(rendition.bitrate());
            if (rendition.hasPicture()) {
                text.append(",RESOLUTION=%dx%d".formatted(rendition.width(), rendition.height()));
            }
            if (rendition.codecs() != null) {
                text.append(",CODECS=\"%s\"".formatted(rendition.codecs()));
            }
            text.append("\n/live/%s/%s/index.m3u8\n".formatted(channel, rendition.name()));
        }
        return text.toString();
    }
}
