package streaming.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import streaming.ingest.StreamHealth;

class LadderTest {

    private static final StreamHealth.Audio AAC = new StreamHealth.Audio("AAC", "LC", 44100, 2);

    @Test
    void makesNothingThatIsAsTallAsTheSource() {
        var ladder = Ladder.of("audio, 360p, 720p,480p");

        assertThat(names(ladder, 1280, 720)).containsExactly("source", "480p", "360p", "audio");
        assertThat(names(ladder, 640, 360)).containsExactly("source", "audio");
        assertThat(names(Ladder.of("720p"), 1280, 720)).isEmpty();
        assertThat(ladder.of(health(0, 0, AAC))).as("nothing is known of it").isEmpty();
        assertThat(ladder.of(new StreamHealth(Duration.ZERO, 0, 0, null, AAC))).isEmpty();
        assertThat(ladder.of(health(1920, 1080, null)).stream().map(Rendition::name))
                .as("without sound")
                .containsExactly("source", "720p", "480p", "360p");
    }

    @Test
    void keepsTheShapeOfThePictureInEvenNumbers() {
        assertThat(Ladder.of("360p").of(health(608, 1080, AAC)))
                .extracting(Rendition::width)
                .containsExactly(608, 202);
    }

    @Test
    void isOffByItselfOnFewCores() {
        assertThat(EncodeConfig.ladder("auto", 2)).isEmpty();
        assertThat(EncodeConfig.ladder("auto", 4)).isEqualTo("720p,480p,360p,audio");
        assertThat(EncodeConfig.ladder("off", 64)).isEmpty();
        assertThat(EncodeConfig.ladder("480p", 1)).isEqualTo("480p");
        assertThat(Ladder.of("").isEmpty()).isTrue();
        assertThatThrownBy(() -> Ladder.of("720")).hasMessageContaining("'720'");
    }

    @Test
    void isListedAsPlayersReadIt() {
        var renditions = Ladder.of("360p,audio").of(health(1280, 720, AAC));

        assertThat(MasterPlaylist.of("ada", renditions)).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:3
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-STREAM-INF:BANDWIDTH=3600000,RESOLUTION=1280x720
                        /live/ada/source/index.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=750080,RESOLUTION=640x360,CODECS="avc1.4d401f,mp4a.40.2"
                        /live/ada/360p/index.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=128000,CODECS="mp4a.40.2"
                        /live/ada/audio/index.m3u8
                        """);
    }

    @Test
    void tellsFfmpegNoSecretThatOthersCouldRead() {
        var input = new StreamInput(URI.create("rtmp://127.0.0.1:1935"), "hls", "ada", "the-word");

        var program = new LadderEncoder("ffmpeg", "veryfast")
                .program(input, Ladder.of("360p").of(health(1280, 720, AAC)));

        assertThat(program.toString())
                .contains("scale=640:360", "-enc_time_base")
                .doesNotContain("the-word");
        assertThat(program.files().get("360p.preset")).contains("rtmp_playpath=ada.360p?tap=the-word");
        assertThat(program.secrets()).containsExactly("the-word");
        assertThat(input).asString().doesNotContain("the-word");
    }

    private static List<String> names(Ladder ladder, int width, int height) {
        return ladder.of(health(width, height, AAC)).stream()
                .map(Rendition::name)
                .toList();
    }

    private static StreamHealth health(int width, int height, StreamHealth.Audio audio) {
        var video = new StreamHealth.Video("H264", "High", "4.0", width, height, 30);
        return new StreamHealth(Duration.ofSeconds(5), 3000, 0, video, audio);
    }
}
