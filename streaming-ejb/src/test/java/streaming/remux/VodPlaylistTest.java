package streaming.remux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VodPlaylistTest {

    static final List<String> FIRST = List.of(
            "#EXTM3U",
            "#EXT-X-TARGETDURATION:6",
            "#EXT-X-MAP:URI=\"part0.mp4\",BYTERANGE=\"10@0\"",
            "#EXTINF:6.000000,",
            "#EXT-X-BYTERANGE:90@10",
            "part0.mp4",
            "#EXT-X-ENDLIST");
    static final List<String> SECOND = List.of(
            "#EXTM3U",
            "#EXT-X-TARGETDURATION:9",
            "#EXT-X-MAP:URI=\"part1.mp4\",BYTERANGE=\"10@0\"",
            "#EXTINF:8.500000,",
            "#EXT-X-BYTERANGE:90@10",
            "part1.mp4",
            "#EXT-X-ENDLIST");

    @Test
    void joinsPartsWithADiscontinuity() {
        assertThat(VodPlaylist.join(List.of(FIRST, SECOND)))
                .startsWith("#EXTM3U\n")
                .contains("#EXT-X-TARGETDURATION:9\n")
                .contains("part0.mp4\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"part1.mp4\"")
                .containsOnlyOnce("#EXT-X-ENDLIST")
                .endsWith("#EXT-X-ENDLIST\n");
    }

    @Test
    void findsThePartOfAMoment() {
        var lines = VodPlaylist.join(List.of(FIRST, SECOND)).lines().toList();

        assertThat(VodPlaylist.at(lines, 0)).isEqualTo(new VodPlaylist.Part("part0.mp4", 0, 6000));
        assertThat(VodPlaylist.at(lines, 6000)).isEqualTo(new VodPlaylist.Part("part1.mp4", 6000, 14_500));
        assertThat(VodPlaylist.at(lines, 99_000).file()).isEqualTo("part1.mp4");
    }
}
