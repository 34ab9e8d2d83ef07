package streaming.remux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VodPlaylistTest {

    static final List<Fragments> PARTS = List.of(
            new Fragments("part0.mp4", 10, List.of(new Fragments.Fragment(10, 90, 6))),
            new Fragments("part1.mp4", 12, List.of(new Fragments.Fragment(12, 90, 8.5))));

    @Test
    void joinsPartsWithADiscontinuity() {
        assertThat(VodPlaylist.of(PARTS)).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:9
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MAP:URI="part0.mp4",BYTERANGE="10@0"
                #EXTINF:6.000000,
                #EXT-X-BYTERANGE:90@10
                part0.mp4
                #EXT-X-DISCONTINUITY
                #EXT-X-MAP:URI="part1.mp4",BYTERANGE="12@0"
                #EXTINF:8.500000,
                #EXT-X-BYTERANGE:90@12
                part1.mp4
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void findsThePartOfAMoment() {
        var lines = VodPlaylist.of(PARTS).lines().toList();

        assertThat(VodPlaylist.at(lines, 0)).isEqualTo(new VodPlaylist.Part("part0.mp4", 0, 6000));
        assertThat(VodPlaylist.at(lines, 6000)).isEqualTo(new VodPlaylist.Part("part1.mp4", 6000, 14_500));
        assertThat(VodPlaylist.at(lines, 99_000).file()).isEqualTo("part1.mp4");
    }
}
